"""How likely it is that it breaks off or ends badly within the coming four rounds: a band, never a number.

`risk_of` tells it for one history; `filter` holds the belief, `signals` what a period says. Shown to a person with
an account about her own collaborations only; it may rest on her private entries, so it is never shared.
"""

from samenstroom.rules.risk.outlook import Band, Driver, Risk, risk_of

__all__ = ["Band", "Driver", "Risk", "risk_of"]
