/* What the tests of names, coreference and roles ask of a report that was read at the desk. */
#ifndef PL_TESTS_MENTION_ASSERTS_H
#define PL_TESTS_MENTION_ASSERTS_H

#include "reading_desk.h"

/* The `nth` mention (from 0) whose words are `words`; NULL = none. */
static inline const PlMention *mention_of(const char *words, uint32_t nth)
{
    for (uint32_t i = 0; i < desk.mentions.mentions.n; i++) {
        const PlMention *mention = &desk.mentions.mentions.items[i];
        if (pl_slice_is(pl_slice_of(desk.article.text, mention->span), words) && nth-- == 0)
            return mention;
    }
    return NULL;
}

static inline int32_t entity_of(const char *words, uint32_t nth)
{
    const PlMention *mention = mention_of(words, nth);
    if (!mention) fail_msg("no mention '%s'", words);
    return mention ? mention->entity : -1;
}

static inline const PlEntity *entity_at(int32_t entity)
{
    assert_true(entity >= 0 && (uint32_t)entity < desk.mentions.entities.n);
    return &desk.mentions.entities.items[entity];
}

static inline void assert_type(const char *words, PlEntityType type)
{
    const PlMention *mention = mention_of(words, 0);
    if (!mention) fail_msg("no mention '%s'", words);
    if (mention && mention->type != type)
        fail_msg("'%s' is %s, not %s", words, pl_entity_type_names[mention->type],
                 pl_entity_type_names[type]);
}

static inline void assert_no_name(const char *words)
{
    const PlMention *mention = mention_of(words, 0);
    if (mention && mention->kind == PL_MENTION_NAME)
        fail_msg("'%s' is a name (%s)", words, pl_entity_type_names[mention->type]);
}

/* Both words, each the `nth` of its kind, mean one entity. */
static inline void assert_same(const char *a, uint32_t nth_a, const char *b, uint32_t nth_b)
{
    int32_t x = entity_of(a, nth_a);
    int32_t y = entity_of(b, nth_b);
    if (x != y)
        fail_msg("'%s' means '%.*s', '%s' means '%.*s'", a,
                 PL_PRI(x < 0 ? PL_SLICE("nobody") : entity_at(x)->name), b,
                 PL_PRI(y < 0 ? PL_SLICE("nobody") : entity_at(y)->name));
}

static inline void assert_differ(const char *a, const char *b)
{
    assert_int_not_equal(entity_of(a, 0), entity_of(b, 0));
}

static inline void assert_code(const char *words, const char *code)
{
    assert_slice(entity_at(entity_of(words, 0))->code, code);
}

/* All roles of the report as "name: status title of whom; ...". */
static inline void assert_roles(const char *text, const char *expected)
{
    char got[1024] = "";
    size_t n = 0;
    desk_read(text, "");
    for (uint32_t i = 0; i < desk.mentions.roles.n; i++) {
        const PlRole *role = &desk.mentions.roles.items[i];
        n += (size_t)snprintf(got + n, sizeof got - n, "%s%.*s: %s%s%.*s%s%.*s", i ? "; " : "",
                              PL_PRI(entity_at(role->entity)->name),
                              role->status ? pl_role_status_names[role->status] : "",
                              role->status ? " " : "", PL_PRI(role->title),
                              role->of.len ? " of " : "", PL_PRI(role->of));
        assert_true(n < sizeof got);
    }
    assert_string_equal(got, expected);
}

#endif
