/* Any bytes as a user's frames: a line is used or refused in one line, and what is used codes a
 * report without going astray. */
#include <stdlib.h>
#include <string.h>

#include "event/events.h"
#include "text/utf8.h"

static const char report[] =
    "Kenya and Uganda met in Nairobi on Monday. The Kenyan president said that Uganda must open "
    "the border. Rebels shelled a camp near Gulu. Talks between the two would resume, but the "
    "lake patrols have been hauled home by Uganda, and the fishers did not strike over quotas.";

typedef struct World {
    PlArena arena;
    PlArticle article;
    PlTokens tokens;
    PlSyntax syntax;
    PlMentions mentions;
} World;

static void check(bool holds)
{
    if (!holds) abort();
}

static void see_refusal(void *context, const char *line)
{
    (void)context;
    check(strchr(line, '\n') == NULL && strncmp(line, "user.frames:", 12) == 0);
}

static void read_report(World *world)
{
    PlArena *arena = &world->arena;
    PlMetadata metadata = {.published = PL_SLICE("2031-03-14")};
    pl_arena_init(arena, 0);
    pl_article_find(arena, pl_slice(report), &metadata, &world->article);
    pl_tokens_find(arena, &world->article, &world->tokens);
    pl_syntax_analyse(arena, pl_syntax_model_load(arena), &world->tokens, &world->syntax);
    pl_mentions_find(arena, pl_mention_model_load(arena), &world->article, &world->tokens,
                     &world->syntax, &world->mentions);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static World world; /* the fuzzer runs one thread */
    if (!world.tokens.n_tokens) read_report(&world);
    PlArena arena;
    PlEvents events;
    uint32_t n_replaced;
    pl_arena_init(&arena, 0);
    PlSlice text = pl_utf8_repair(&arena, (PlSlice){(const char *)bytes, len}, &n_replaced);
    const PlEventModel *model =
        pl_event_model_load_with(&arena, text, "user.frames", see_refusal, NULL);
    pl_events_find(&arena, model, &world.article, &world.tokens, &world.syntax, &world.mentions,
                   &events);
    for (uint32_t i = 0; i < events.events.n; i++) {
        check(pl_span_within(events.events.items[i].trigger, events.events.items[i].span));
        check(events.events.items[i].cameo.len >= 3);
    }
    pl_arena_clear(&arena);
    return 0;
}
