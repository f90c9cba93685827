/* Roles: who is what, of what, as the report words it.
 *
 *   before the name     "former U.S. Secretary of State Jane Doe", "presidents Doe and Roe",
 *                       "President Jane Doe of Norway"
 *   after it            "Jane Doe, the president's envoy,", "Jane Doe, head of the delegation"
 *   before, with commas "Norway's chief negotiator, Jane Doe,"
 *   with "to be"        "Jane Doe is the minister of trade"
 *
 * threads  pure
 */
#ifndef PL_MENTION_ROLES_H
#define PL_MENTION_ROLES_H

#include "mention/coref.h"
#include "mention/titles.h"

/* A noun phrase that says a role: what stands around its title. */
typedef struct PlRolePhrase {
    PlTitle title;
    uint32_t first_tok; /* of the phrase, its determiner included */
    uint32_t end_tok;   /* its "of ..." included */
    int32_t of_mention; /* among the mentions of names, -1 = none */
    bool is_abroad;     /* "ambassador to", "envoy for": what it is of is not its own side */
    bool is_definite;   /* "the", a possessive, or an adjective of a nation without an article */
    bool is_indefinite; /* "a", "another" */
} PlRolePhrase;

/* Fills mentions->roles from the words around the names of persons, and gives persons the country
 * and gender that their titles tell. Call after pl_entities_find, before mentions are sorted. */
void pl_roles_find(PlCoref *coref);
/* The role phrase that starts at `tok` (a determiner, an adjective, a possessor or the title
 * itself) and ends before `end_tok`; title.row -1 = none. */
PlRolePhrase pl_role_phrase_at(const PlCoref *coref, uint32_t tok, uint32_t end_tok);
/* The longest mention of a name whose last token is `tok`, -1 = none. */
int32_t pl_name_mention_ending(const PlCoref *coref, uint32_t tok);
/* The longest mention of a name whose first token is `tok`, -1 = none. */
int32_t pl_name_mention_starting(const PlCoref *coref, uint32_t tok);

#endif
