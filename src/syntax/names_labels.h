/* The tags of names: BIO over four types. */
#ifndef PL_SYNTAX_NAMES_LABELS_H
#define PL_SYNTAX_NAMES_LABELS_H

typedef enum PlNameType {
    PL_NAME_PER,
    PL_NAME_ORG,
    PL_NAME_LOC,
    PL_NAME_MISC, /* events, laws, works, products, nationalities */
    PL_N_NAME_TYPES
} PlNameType;

typedef enum PlNameTag {
    PL_NAME_TAG_O,
    PL_NAME_TAG_B,                                   /* + PlNameType */
    PL_NAME_TAG_I = PL_NAME_TAG_B + PL_N_NAME_TYPES, /* + PlNameType */
    PL_N_NAME_TAGS = PL_NAME_TAG_I + PL_N_NAME_TYPES
} PlNameTag;

#endif
