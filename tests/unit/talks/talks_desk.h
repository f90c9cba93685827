/* A desk for the tests of the talks layer: a text in, what the layer reads in it out. Include
 * first.
 */
#ifndef PL_TESTS_TALKS_DESK_H
#define PL_TESTS_TALKS_DESK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "talks/talks.h"

typedef struct Desk {
    PlArena model_arena;
    PlArena arena;
    const PlSyntaxModel *syntax_model;
    const PlMentionModel *mention_model;
    const PlTalksModel *talks_model;
    PlArticle article;
    PlTokens tokens;
    PlSyntax syntax;
    PlMentions mentions;
    PlTalks talks;
} Desk;

static Desk desk;

static void desk_load(void *context)
{
    (void)context;
    desk.syntax_model = pl_syntax_model_load(&desk.model_arena);
    desk.mention_model = pl_mention_model_load(&desk.model_arena);
    desk.talks_model = pl_talks_model_load(&desk.model_arena);
}

static int desk_open(void **state)
{
    (void)state;
    pl_arena_init(&desk.model_arena, 0);
    pl_arena_init(&desk.arena, 0);
    return pl_arena_run(&desk.model_arena, desk_load, NULL) ? 0 : -1;
}

static int desk_close(void **state)
{
    (void)state;
    pl_arena_clear(&desk.arena);
    pl_arena_clear(&desk.model_arena);
    return 0;
}

static inline void desk_read(const char *text)
{
    PlMetadata metadata = {.published = PL_SLICE("2031-03-12")};
    pl_arena_reset(&desk.arena);
    pl_article_find(&desk.arena, pl_slice(text), &metadata, &desk.article);
    pl_tokens_find(&desk.arena, &desk.article, &desk.tokens);
    pl_syntax_analyse(&desk.arena, desk.syntax_model, &desk.tokens, &desk.syntax);
    pl_mentions_find(&desk.arena, desk.mention_model, &desk.article, &desk.tokens, &desk.syntax,
                     &desk.mentions);
    pl_talks_find(&desk.arena, desk.talks_model, &desk.article, &desk.tokens, &desk.syntax,
                  &desk.mentions, &desk.talks);
}

/* The entity's name ends with `name`; "" is no entity. */
static inline bool desk_is(int32_t entity, const char *name)
{
    if (entity < 0) return name[0] == '\0';
    return name[0] && pl_slice_ends(desk.mentions.entities.items[entity].name, name);
}

static inline bool desk_says(PlSpan span, const char *words)
{
    return pl_slice_find(pl_slice_of(desk.article.text, span), pl_slice(words)) >= 0;
}

#endif
