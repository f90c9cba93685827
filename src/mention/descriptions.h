/* Descriptions: noun phrases that mean somebody without a name at their head.
 *
 *   people   "the Norwegian president" is the person with that role; "a Norwegian diplomat" is
 *            somebody new; "Western officials" are a group
 *   bodies   "the Norwegian delegation", "striking miners", "the union" (the one spoken of last)
 *   sides    "both sides", "the two countries"; "the Norwegian side" is Norway; "the country" is
 *            the one spoken of last
 *
 * threads  pure
 */
#ifndef PL_MENTION_DESCRIPTIONS_H
#define PL_MENTION_DESCRIPTIONS_H

#include "mention/roles.h"
#include "mention/salience.h"

typedef enum PlDescriptionKind {
    PL_DESCRIPTION_NONE,
    PL_DESCRIPTION_PERSON, /* its head is in titles.tsv */
    PL_DESCRIPTION_BODY,   /* its head is in sectors.tsv */
    PL_DESCRIPTION_SIDES,  /* "both sides" */
    PL_DESCRIPTION_STATE,  /* "the Norwegian side" */
    PL_DESCRIPTION_COUNTRY,
    PL_DESCRIPTION_ORG /* "the alliance" */
} PlDescriptionKind;

typedef struct PlDescription {
    PlDescriptionKind kind;
    uint32_t first_tok;
    uint32_t end_tok;
    uint32_t head_tok;
    PlTitle title;      /* PL_DESCRIPTION_PERSON */
    int32_t of_mention; /* of a name, -1 = none */
    int32_t owner;      /* entity that "its" or "their" at the start means, -1 = none; set by the
                           caller */
    PlSlice sector;     /* CAMEO; may be empty */
    bool is_people;     /* PL_DESCRIPTION_BODY: many persons, not one body */
    bool is_seated;     /* PL_DESCRIPTION_BODY: a ministry, a parliament: never abroad */
    bool is_plural;
    bool is_definite;
    bool is_indefinite;
    bool is_both; /* "both", "two": all there are */
} PlDescription;

/* What descriptions are resolved against. */
typedef struct PlDescribed {
    PlCoref *coref;
    const PlSalience *salience;
    PlSymbols keys;             /* "diplomat NOR": what was described so */
    PL_VEC(int32_t) key_entity; /* by symbol of `keys`: the newest entity */
    int32_t *role_of_title;     /* [rows of titles.tsv]: newest role with that head, -1 */
    int32_t *next_role;         /* [roles]: the one before with the same head, -1 */
} PlDescribed;

void pl_described_init(PlDescribed *described, PlCoref *coref, const PlSalience *salience);
/* The description that starts at `tok`; kind NONE = no. */
PlDescription pl_description_at(const PlCoref *coref, uint32_t tok);
/* The country of whose they are, may be empty. */
PlSlice pl_description_country(const PlDescribed *described, const PlDescription *description);
/* The code of who is described so, of a country and a sector that the words leave to others. */
PlSlice pl_description_code(PlArena *arena, const PlDescription *description, PlSlice country,
                            PlSlice sector);
/* Its entity, new if need be; -1 when nobody can be meant ("the group" before any group). */
int32_t pl_description_resolve(PlDescribed *described, const PlDescription *description);

#endif
