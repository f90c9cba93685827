#include "syntax/labels.h"

const char *const pl_upos_names[PL_N_UPOS] = {
#define X(name) #name,
    PL_UPOS_LIST(X)
#undef X
};

const char *const pl_xpos_names[PL_N_XPOS] = {
#define X(name, text) text,
    PL_XPOS_LIST(X)
#undef X
};

const char *const pl_deprel_names[PL_N_DEPREL] = {
#define X(name, text) text,
    PL_DEPREL_LIST(X)
#undef X
};
