/* The talks layer from top to bottom: tables in, then facts, delegations, conditions, positions,
 * outlook, in this order: delegations ask the facts where the talks are and who is party to them,
 * and what a side makes a condition is a position of it.
 */
#include "talks/talks.h"

#include "talks/bargains.h"
#include "talks/conditions.h"
#include "talks/delegations.h"
#include "talks/evaluations.h"
#include "talks/facts.h"
#include "talks/forecasts.h"
#include "talks/holders.h"
#include "talks/mandates.h"
#include "talks/outlook.h"
#include "talks/positions.h"
#include "talks/talks_reading.h"
#include "talks/undertakings.h"
#include "talks/verdicts.h"

const PlTalksModel *pl_talks_model_load(PlArena *arena)
{
    PlTalksModel *model = pl_arena_new(arena, PlTalksModel);
    model->issues = pl_issues_load(arena);
    model->stances = pl_stances_load(arena);
    model->conditions = pl_lexicon_load(arena, "conditions.tsv");
    model->outlook = pl_lexicon_load(arena, "outlook.tsv");
    model->prospects = pl_lexicon_load(arena, "outlook_topics.tsv");
    model->effects = pl_lexicon_load(arena, "outlook_effects.tsv");
    model->talk_nouns = pl_lexicon_load(arena, "talk_nouns.tsv");
    model->levels = pl_lexicon_load(arena, "delegation_levels.tsv");
    model->delegations = pl_lexicon_load(arena, "delegation_nouns.tsv");
    model->verdicts = pl_lexicon_load(arena, "verdicts.tsv");
    model->accords = pl_lexicon_load(arena, "accords.tsv");
    model->speech = pl_lexicon_load(arena, "talks_speech.tsv");
    return model;
}

/* Whoever leads or belongs to a delegation speaks for who sent it, when nothing else in the report
 * says for whom. */
static void learn_sides(PlReading *reading, const PlTalks *talks)
{
    for (uint32_t i = 0; i < talks->delegations.n; i++) {
        const PlDelegation *row = &talks->delegations.items[i];
        bool sent = row->role == PL_DELEGATION_HEAD || row->role == PL_DELEGATION_MEMBER ||
                    row->role == PL_DELEGATION_ENVOY;
        if (!sent || row->person < 0 || row->party < 0) continue;
        int32_t *side = &reading->side_of[row->person];
        if (*side < 0 || *side == row->person) *side = row->party;
    }
}

void pl_talks_find(PlArena *arena, const PlTalksModel *model, const PlArticle *article,
                   const PlTokens *tokens, const PlSyntax *syntax, const PlMentions *mentions,
                   PlTalks *talks)
{
    *talks = (PlTalks){0};
    PlReading reading = pl_reading_make(arena, model, article, tokens, syntax, mentions);
    pl_facts_find(&reading, talks);
    pl_delegations_find(&reading, talks);
    learn_sides(&reading, talks);
    pl_mandates_find(&reading, talks);
    pl_conditions_find(&reading, talks);
    pl_positions_find(&reading, talks);
    pl_bargains_find(&reading, talks);
    pl_verdicts_find(&reading, talks);
    pl_holders_find(&reading, talks);
    pl_undertakings_find(&reading, talks);
    pl_evaluations_find(&reading, talks);
    pl_outlook_find(&reading, talks);
    pl_forecasts_find(&reading, talks);
}

PlSlice pl_issue_name(const PlTalksModel *model, PlSlice issue)
{
    return pl_issues_name(model->issues, issue);
}
