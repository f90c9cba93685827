/* Any bytes as a report, through every layer as far as events; checks what times.h, quantities.h,
 * places.h and events.h promise. */
#include "event/events.h"

#include <math.h>
#include <stdlib.h>

typedef struct Models {
    PlArena arena;
    const PlSyntaxModel *syntax;
    const PlMentionModel *mention;
    const PlEventModel *event;
} Models;

static void check(bool holds)
{
    if (!holds) abort();
}

static bool is_ordered(double a, double b)
{
    return isnan(a) || isnan(b) || a <= b;
}

static void check_mentions(const PlArticle *article, const PlMentions *mentions)
{
    uint32_t last = 0;
    for (uint32_t i = 0; i < mentions->times.n; i++) {
        const PlTime *time = &mentions->times.items[i];
        check(time->span.start_byte >= last && time->span.start_byte < time->span.end_byte);
        check(time->value.len > 0);
        last = time->span.end_byte;
    }
    check(last <= article->text.len);
    last = 0;
    for (uint32_t i = 0; i < mentions->quantities.n; i++) {
        const PlQuantity *row = &mentions->quantities.items[i];
        check(row->span.start_byte >= last && row->span.start_byte < row->span.end_byte);
        check(is_ordered(row->low, row->value) && is_ordered(row->value, row->high) &&
              is_ordered(row->low, row->high));
        last = row->span.end_byte;
    }
    check(last <= article->text.len);
    for (uint32_t i = 0; i < mentions->places.n; i++)
        check(mentions->places.items[i].entity < (int32_t)mentions->entities.n);
}

static void check_events(const PlArticle *article, const PlMentions *mentions,
                         const PlEvents *events)
{
    for (uint32_t i = 0; i < events->events.n; i++) {
        const PlEvent *event = &events->events.items[i];
        check(event->span.end_byte <= article->text.len);
        check(pl_span_within(event->trigger, event->span));
        check(event->cameo.len >= 3 && event->quad >= 1 && event->quad <= 4);
        check(event->place < (int32_t)mentions->entities.n);
    }
    for (uint32_t i = 0; i < events->actors.n; i++) {
        const PlEventActor *actor = &events->actors.items[i];
        check(actor->event >= 0 && actor->event < (int32_t)events->events.n);
        check(actor->entity < (int32_t)mentions->entities.n);
        check(i == 0 || events->actors.items[i - 1].event <= actor->event);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static Models models; /* the fuzzer runs one thread */
    if (!models.event) {
        pl_arena_init(&models.arena, 0);
        models.syntax = pl_syntax_model_load(&models.arena);
        models.mention = pl_mention_model_load(&models.arena);
        models.event = pl_event_model_load(&models.arena);
    }
    PlArena arena;
    PlArticle article;
    PlTokens tokens;
    PlSyntax syntax;
    PlMentions mentions;
    PlEvents events;
    PlMetadata metadata = {.published = PL_SLICE("2029-03-14")};
    pl_arena_init(&arena, 0);
    pl_article_find(&arena, (PlSlice){(const char *)bytes, len}, &metadata, &article);
    pl_tokens_find(&arena, &article, &tokens);
    pl_syntax_analyse(&arena, models.syntax, &tokens, &syntax);
    pl_mentions_find(&arena, models.mention, &article, &tokens, &syntax, &mentions);
    pl_events_find(&arena, models.event, &article, &tokens, &syntax, &mentions, &events);
    check_mentions(&article, &mentions);
    check_events(&article, &mentions, &events);
    pl_arena_clear(&arena);
    return 0;
}
