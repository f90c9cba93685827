#include "mention/pronoun_forms.h"

typedef struct PronounForm {
    const char *lower;
    PlCandidateKind kind;
} PronounForm;

static const PronounForm forms[] = {
    {"i", PL_CANDIDATE_I},          {"me", PL_CANDIDATE_I},
    {"my", PL_CANDIDATE_I},         {"mine", PL_CANDIDATE_I},
    {"myself", PL_CANDIDATE_I},     {"we", PL_CANDIDATE_WE},
    {"us", PL_CANDIDATE_WE},        {"our", PL_CANDIDATE_WE},
    {"ours", PL_CANDIDATE_WE},      {"ourselves", PL_CANDIDATE_WE},
    {"'s", PL_CANDIDATE_WE},        {"you", PL_CANDIDATE_YOU},
    {"your", PL_CANDIDATE_YOU},     {"yours", PL_CANDIDATE_YOU},
    {"yourself", PL_CANDIDATE_YOU}, {"yourselves", PL_CANDIDATE_YOU},
    {"he", PL_CANDIDATE_HE},        {"him", PL_CANDIDATE_HE},
    {"his", PL_CANDIDATE_HE},       {"himself", PL_CANDIDATE_HE},
    {"she", PL_CANDIDATE_SHE},      {"her", PL_CANDIDATE_SHE},
    {"hers", PL_CANDIDATE_SHE},     {"herself", PL_CANDIDATE_SHE},
    {"it", PL_CANDIDATE_IT},        {"its", PL_CANDIDATE_IT},
    {"itself", PL_CANDIDATE_IT},    {"they", PL_CANDIDATE_THEY},
    {"them", PL_CANDIDATE_THEY},    {"'em", PL_CANDIDATE_THEY},
    {"em", PL_CANDIDATE_THEY},      {"their", PL_CANDIDATE_THEY},
    {"theirs", PL_CANDIDATE_THEY},  {"themselves", PL_CANDIDATE_THEY},
    {"this", PL_CANDIDATE_THIS},    {"that", PL_CANDIDATE_THAT},
    {"these", PL_CANDIDATE_THESE},  {"those", PL_CANDIDATE_THESE},
};

static const char *const indefinite[] = {
    "something", "anything", "nothing",   "everything", "someone", "anyone", "everyone",
    "somebody",  "anybody",  "everybody", "one",        "some",    "all",    "both",
    "each",      "others",   "another",   "many",       "most"};

PlCandidateKind pl_pronoun_form(PlSlice lower)
{
    if (lower.len > 10) return PL_N_CANDIDATE_KINDS;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (pl_slice_is(lower, forms[i].lower)) return forms[i].kind;
    for (size_t i = 0; i < sizeof indefinite / sizeof *indefinite; i++)
        if (pl_slice_is(lower, indefinite[i])) return PL_CANDIDATE_SOME;
    return PL_N_CANDIDATE_KINDS;
}

PlCandidateKind pl_adverb_form(PlSlice lower)
{
    return pl_slice_is(lower, "here") || pl_slice_is(lower, "there") ? PL_CANDIDATE_HERE
                                                                     : PL_N_CANDIDATE_KINDS;
}

PlCandidateNumber pl_pronoun_number(PlCandidateKind kind)
{
    switch (kind) {
    case PL_CANDIDATE_I:
    case PL_CANDIDATE_HE:
    case PL_CANDIDATE_SHE:
    case PL_CANDIDATE_IT:
    case PL_CANDIDATE_THIS:
    case PL_CANDIDATE_THAT:
        return PL_CANDIDATE_ONE;
    case PL_CANDIDATE_WE:
    case PL_CANDIDATE_THEY:
    case PL_CANDIDATE_THESE:
        return PL_CANDIDATE_MANY;
    default:
        return PL_CANDIDATE_ANY;
    }
}
