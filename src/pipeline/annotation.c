#include "pipeline/annotation.h"

#include "text/language.h"

void pl_annotation_model_load(ParleyModel *model)
{
    PlArena *arena = &model->arena;
    model->syntax = pl_syntax_model_load(arena);
    model->mention = pl_mention_model_load(arena);
    model->event = pl_event_model_load(arena);
    model->quote = pl_quote_model_load(arena);
    model->talks = pl_talks_model_load(arena);
    model->things = pl_things_load(arena);
}

static void find_tokens(PlArena *arena, const PlRawReport *report, PlAnnotation *a)
{
    const PlGivenTokens *given = report->given;
    if (given) {
        PlSpan *spans = pl_arena_array(arena, PlSpan, given->words.n);
        pl_article_given(arena, given, &report->metadata, &a->article, spans);
        pl_tokens_given(arena, &a->article, given, spans, &a->tokens);
    } else {
        pl_article_find(arena, report->bytes, &report->metadata, &a->article);
        pl_tokens_find(arena, &a->article, &a->tokens);
    }
}

void pl_annotate(PlArena *arena, const ParleyModel *model, const PlRawReport *report,
                 PlAnnotation *annotation)
{
    PlAnnotation *a = annotation;
    *a = (PlAnnotation){0};
    a->given = report->given;
    find_tokens(arena, report, a);
    if (!pl_language_is_read(a->article.language)) return;
    pl_syntax_analyse(arena, model->syntax, &a->tokens, &a->syntax);
    pl_mentions_find(arena, model->mention, &a->article, &a->tokens, &a->syntax, &a->mentions);
    pl_events_find(arena, model->event, &a->article, &a->tokens, &a->syntax, &a->mentions,
                   &a->events);
    pl_quotes_find(arena, model->quote, &a->article, &a->tokens, &a->syntax, &a->mentions,
                   &a->quotes);
    pl_talks_find(arena, model->talks, &a->article, &a->tokens, &a->syntax, &a->mentions,
                  &a->talks);
    pl_claims_find(arena, model->things,
                   &(PlClaimSources){&a->article, &a->tokens, &a->syntax, &a->mentions, &a->events,
                                     &a->quotes, &a->talks},
                   &a->claims);
}
