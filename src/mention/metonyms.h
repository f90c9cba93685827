/* Metonyms: "Moscow" as a city, or as the government that sits there. */
#ifndef PL_MENTION_METONYMS_H
#define PL_MENTION_METONYMS_H

#include "mention/names.h"

/* `name` has a reading as a seat or palace and stands here for a place: somebody is in it, goes
 * there, or it is of a region. Else it stands for the government. */
bool pl_metonym_is_place(const PlMentionModel *model, const PlTokens *tokens,
                         const PlSyntax *syntax, const PlName *name);

#endif
