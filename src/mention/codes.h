/* Codes: the country that an entity belongs to, and its CAMEO actor code.
 *
 * A person belongs where the roles say: to the state or organisation that a title is "of", else to
 * that of the person it is "of", else, for an office of state, to the side that the words before
 * speak of. The code is the country and the sector of the current role ("UKRGOV", "USAMED"), ELI
 * for those who only were something, an organisation's own code where it has one ("IGOUNO").
 *
 * threads  pure
 * source   CAMEO 1.1b3, chapters on actors
 */
#ifndef PL_MENTION_CODES_H
#define PL_MENTION_CODES_H

#include "mention/coref.h"
#include "mention/titles.h"

/* The CAMEO sector that the title's words say, empty when they leave it open. */
PlSlice pl_title_sector(const PlMentionModel *model, const PlTokens *tokens, const PlSyntax *syntax,
                        const PlTitle *title);
/* The sector of a body or of people by the words [first, end): "foreign ministry" GOV, "striking
 * miners" LAB; the last word that says one wins. */
PlSlice pl_words_sector(const PlMentionModel *model, const PlTokens *tokens, const PlSyntax *syntax,
                        uint32_t first_tok, uint32_t end_tok);
/* Government, army, parliament or secret service. */
bool pl_sector_is_office(PlSlice sector);
/* Rebels, opposition, armed men of no state. */
bool pl_sector_is_against_state(PlSlice sector);
/* A body, or a political camp ("Republicans"), whose people carry its code. */
bool pl_entity_has_members(const PlEntity *entity);
/* A state, or what its adjective names. */
bool pl_entity_is_of_state(const PlEntity *entity);
/* Country and sector as one code. */
PlSlice pl_code_make(PlArena *arena, PlSlice country, PlSlice sector);
/* The same of a body: of no country, one for rights or nature is CAMEO's NGO with a role behind. */
PlSlice pl_code_of_body(PlArena *arena, PlSlice country, PlSlice sector);
/* The code of people or officers of a body that has one: the body's own; but a movement's fighters
 * are rebels whatever else it is ("Taliban militants"), a party's lawmakers are parliament's
 * ("Labour MP"), candidates for parliament a party's, workers of a company labour, soldiers of an
 * organisation of states are its army ("UN peacekeepers"). */
PlSlice pl_code_of_members(PlArena *arena, const PlEntity *body, PlSlice sector);

/* The country of the side spoken of last before `tok`: in its sentence, else the first of the
 * sentence before; may be empty. */
PlSlice pl_side_before(const PlCoref *coref, uint32_t tok);

/* Countries of organisations and persons; call after pl_roles_find. */
void pl_countries_find(PlCoref *coref);
/* Codes of all entities of names that have none; call after pl_countries_find. */
void pl_codes_find(PlCoref *coref);

#endif
