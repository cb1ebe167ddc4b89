"""Agreements: versions, signing, what was agreed along the way."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def sentences() -> Mapping[str, str]:
    """Kind of line -> its sentence, with `%(actor)s` for who did it."""
    return {**_agreement(), **_deals()}


def _deals() -> Mapping[str, str]:
    return {
        "deal_read_back": _("%(actor)s las een afspraak terug."),
        "deal_noted": _("%(actor)s noteerde een afspraak die nog niet bevestigd is."),
        "deal_confirmed": _("%(actor)s bevestigde een afspraak."),
        "deal_contested": _("%(actor)s ziet een afspraak anders."),
        "deal_withdrawn": _("%(actor)s nam een teruggelezen afspraak terug."),
        "extra_put": _("%(actor)s legde meerwerk op tafel."),
        "extra_noted": _("%(actor)s noteerde meerwerk."),
        "extra_priced": _("%(actor)s deed een voorstel voor meerwerk."),
        "extra_accepted": _("%(actor)s zei ja tegen meerwerk."),
        "extra_accepted_word": _("%(actor)s noteerde dat meerwerk mondeling akkoord is."),
        "extra_dropped": _("%(actor)s haalde meerwerk van tafel."),
        "advice_given": _("%(actor)s gaf een advies."),
        "advice_read": _("%(actor)s las het advies."),
        "advice_follows": _("%(actor)s volgt het advies."),
        "advice_otherwise": _("%(actor)s koos anders dan het advies."),
        "advice_outcome": _("%(actor)s vertelde hoe het ging na een advies."),
        "advice_withdrawn": _("%(actor)s nam een advies terug."),
    }


def _agreement() -> Mapping[str, str]:
    return {
        "version_signed": _("%(actor)s tekende versie %(number)s van de overeenkomst."),
        "version_signed_last": _("%(actor)s tekende versie %(number)s van de overeenkomst. Die geldt nu."),
        "version_declined": _("%(actor)s tekent versie %(number)s van de overeenkomst niet."),
        "remark_of_lawyer_shared": _("%(actor)s deelde een opmerking van een jurist."),
        "remark_of_lawyer_withdrawn": _("%(actor)s nam een gedeelde opmerking van een jurist terug."),
        "addendum_put": _("%(actor)s legde een aanvulling bij versie %(number)s van de overeenkomst op tafel."),
        "addendum_signed": _("%(actor)s tekende de aanvulling bij versie %(number)s van de overeenkomst."),
        "addendum_signed_last": _(
            "%(actor)s tekende de aanvulling bij versie %(number)s van de overeenkomst. Die geldt nu."
        ),
        "addendum_declined": _("%(actor)s tekent de aanvulling bij versie %(number)s van de overeenkomst niet."),
        "addendum_withdrawn": _("%(actor)s haalde de aanvulling bij versie %(number)s van de overeenkomst van tafel."),
        "addendum_noted": _("%(actor)s noteerde een elders getekende aanvulling bij versie %(number)s."),
        "addendum_confirmed": _("%(actor)s bevestigde de aanvulling bij versie %(number)s."),
        "addendum_denied": _("%(actor)s zei dat de aanvulling bij versie %(number)s niet klopt."),
        "review_said": _("%(actor)s vertelde hoe jullie naar de overeenkomst keken."),
        "review_agreed": _("%(actor)s is het eens met hoe jullie naar de overeenkomst keken."),
        "review_noted": _("%(actor)s noteerde hoe het ging bij het kijken naar de overeenkomst."),
        "review_withdrawn": _("%(actor)s nam terug hoe jullie naar de overeenkomst keken."),
        "agreement_put": _("%(actor)s legde versie %(number)s van de overeenkomst op tafel."),
        "agreement_expired": _("De laatste dag om versie %(number)s van de overeenkomst te tekenen is voorbij."),
        "version_talked": _("%(actor)s ging versie %(number)s van de overeenkomst langs, bepaling voor bepaling."),
        "proposal_put": _("%(actor)s stelde iets anders voor in versie %(number)s van de overeenkomst."),
        "proposal_noted": _("%(actor)s noteerde een voorstel bij versie %(number)s van de overeenkomst."),
        "proposal_accepted": _("%(actor)s zei ja tegen een voorstel bij versie %(number)s van de overeenkomst."),
        "proposal_declined": _("%(actor)s zei nee tegen een voorstel bij versie %(number)s van de overeenkomst."),
        "proposal_withdrawn": _("%(actor)s nam een voorstel bij versie %(number)s van de overeenkomst terug."),
        "agreement_withdrawn": _("%(actor)s haalde versie %(number)s van de overeenkomst van tafel."),
        "agreement_elsewhere_noted": _("%(actor)s noteerde een elders getekende overeenkomst, als versie %(number)s."),
        "agreement_elsewhere_confirmed": _("%(actor)s bevestigde dat versie %(number)s elders is getekend."),
        "agreement_elsewhere_denied": _("%(actor)s zei dat versie %(number)s niet klopt."),
    }
