/* Annotation: all that Parley knows of one report, and the call that finds it.
 *
 * owner    the arena given to pl_annotate; it unwinds out of memory (base/arena.h), so calls go
 *          through pl_arena_run
 * threads  the model is shared, one arena a thread; the result depends on the report and the model
 *          alone
 */
#ifndef PL_PIPELINE_ANNOTATION_H
#define PL_PIPELINE_ANNOTATION_H

#include "bytes/input.h"
#include "claim/claims.h"

typedef struct PlAnnotation {
    PlArticle article;
    PlTokens tokens;
    const PlGivenTokens *given; /* what the tokens are, when they came with the report; or NULL */
    PlSyntax syntax; /* absent (NULL columns) when loaded from a store, and of a text that is not
                        English, which has an article and tokens alone */
    PlMentions mentions;
    PlEvents events;
    PlQuotes quotes;
    PlTalks talks;
    PlClaims claims;
} PlAnnotation;

struct ParleyModel {
    PlArena arena;
    const PlSyntaxModel *syntax;
    PlMentionModel *mention; /* users' actors are added before it is shared */
    const PlEventModel *event;
    const PlQuoteModel *quote;
    const PlTalksModel *talks;
    const PlThings *things;
    uint64_t users; /* digest of what users added, 0 = nothing: what is read depends on it */
};

/* Loads the models of all layers into model->arena, which is there already. */
void pl_annotation_model_load(ParleyModel *model);

void pl_annotate(PlArena *arena, const ParleyModel *model, const PlRawReport *report,
                 PlAnnotation *annotation);

#endif
