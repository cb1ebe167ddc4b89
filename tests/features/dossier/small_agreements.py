"""Made-up deals, extra work and advice of which made-up dossiers are built."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.features.dossier.bricks import DAYS, DOCUMENT, MOMENTS, PEOPLE, WORDS, moment_of, some, whole

BY = st.sampled_from(PEOPLE)
AMOUNT = st.sampled_from(["0", "12.50", "450"])
READBACK = whole(
    {"words": WORDS, "how": st.sampled_from(["talk", "phone", "mail", "chat"]), "agreed_on": DAYS, "put_at": MOMENTS},
    terms=some(fee_amount_eur=AMOUNT, payment_term_days=st.integers(0, 90), start_date=DAYS).filter(bool),
    put_by=BY, noted_at=MOMENTS, confirmed_by=BY, confirmed_at=MOMENTS, contested_by=BY, contested_at=MOMENTS,
    contest_words=WORDS, withdrawn_at=MOMENTS, replaced_at=MOMENTS,
)  # fmt: skip
OFFER = whole({"made_at": MOMENTS}, amount=AMOUNT, hours=AMOUNT, is_free=st.just(True), due_on=DAYS, made_by=BY)
OFFERS = st.lists(OFFER, min_size=1, max_size=3).map(lambda offers: sorted(offers, key=moment_of("made_at")))
EXTRA_WORK = whole(
    {"what": WORDS, "put_at": MOMENTS},
    asked_by=st.sampled_from(["a", "b"]), put_by=BY, noted_at=MOMENTS, agreed_by=BY, agreed_at=MOMENTS, dropped_by=BY,
    dropped_at=MOMENTS, offers=OFFERS,
)  # fmt: skip
ADVICE = whole(
    {"asked": WORDS, "instead": WORDS, "why": WORDS, "given_at": MOMENTS},
    source=WORDS, source_year=st.just("2024"), anyway=WORDS, given_by=BY,
    choice=st.sampled_from(["read", "follows", "otherwise"]), answer_words=WORDS, answered_by=BY, answered_at=MOMENTS,
    outcome=WORDS, outcome_by=BY, outcome_at=MOMENTS, withdrawn_at=MOMENTS,
)  # fmt: skip


@st.composite
def small_agreements(draw: st.DrawFn) -> DOCUMENT:
    """Up to two of each; the first advice is about the first extra work."""
    extra = sorted(draw(st.lists(EXTRA_WORK, max_size=2)), key=moment_of("put_at"))
    advices = sorted(draw(st.lists(ADVICE, max_size=2)), key=moment_of("given_at"))
    for number, one in enumerate(extra, start=1):
        one["key"] = f"w{number}"
    if extra and advices:
        advices[0]["extra_work"] = "w1"
    readbacks = sorted(draw(st.lists(READBACK, max_size=2)), key=moment_of("put_at"))
    return {"readbacks": readbacks, "extra_work": extra, "advices": advices}
