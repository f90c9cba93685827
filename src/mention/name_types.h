/* Types of names: what speaks for a person, an organisation, a place.
 *
 * Each mention of a name gathers points from its own words and from those around it; all mentions
 * of the same name share them, so that one clear sentence settles the others.
 *
 * threads  pure
 */
#ifndef PL_MENTION_NAME_TYPES_H
#define PL_MENTION_NAME_TYPES_H

#include "mention/names.h"

/* The type that a word of a name speaks for ("Ministry", "Palace"), as it ends or begins a name;
 * PL_N_ENTITY_TYPES = none. */
PlEntityType pl_name_head_type(const PlMentionModel *model, const PlTokens *tokens, uint32_t tok,
                               bool is_last);
/* The CAMEO sector that the last word of a body's name says, else its first, "Bank of ...", else
 * the word before "of", "Danish Bank of ..."; empty
 * when neither does. */
PlSlice pl_name_head_sector(const PlMentionModel *model, const PlTokens *tokens, uint32_t first_tok,
                            uint32_t end_tok);

/* What the tagger of names takes the token for; PL_N_ENTITY_TYPES = no person, organisation or
 * place. Its other names are left out: it was trained on corpora that mark too few of them. */
PlEntityType pl_name_tag_type(const PlSyntax *syntax, uint32_t tok);
/* Adds the points of one mention to name->scores. */
void pl_name_score(const PlMentionModel *model, const PlTokens *tokens, const PlSyntax *syntax,
                   PlName *name);
/* Settles name->type of all, by the points of all mentions with the same key. */
void pl_name_types_settle(PlArena *arena, const PlTokens *tokens, PlNames *names);

/* The country whose warship a name is by its prefix, "USS Maine"; empty for other names. */
PlSlice pl_ship_country(const PlMentionModel *model, const PlTokens *tokens, uint32_t first_tok,
                        uint32_t end_tok);
/* Whether words for a body of society end right before `tok`: "the shipping firm Nordlys". */
bool pl_name_follows_body(const PlMentionModel *model, const PlTokens *tokens,
                          const PlSyntax *syntax, uint32_t tok, uint32_t sent_first);

#endif
