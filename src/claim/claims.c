#include "claim/claims.h"

#include "claim/content_lemmas.h"
#include "claim/measures.h"
#include "text/utf8.h"

#include <math.h>

/* What the claims of one report are made from and into. */
typedef struct Making {
    PlArena *arena;
    PlSlice text;
    const PlMentions *mentions;
    PlClaims *claims;
} Making;

static PlClaim *add_claim(Making *making, int32_t entity, const char *aspect, PlSlice attribute,
                          PlSpan span)
{
    PlClaim *claim = pl_vec_push(making->arena, &making->claims->claims);
    *claim = (PlClaim){.entity = entity,
                       .aspect = pl_slice(aspect),
                       .attribute = attribute,
                       .value_entity = -1,
                       .low = NAN,
                       .high = NAN,
                       .span = span};
    return claim;
}

static PlSlice lower_of(PlArena *arena, PlSlice words)
{
    PlSlice copy = pl_arena_copy(arena, words);
    char *bytes = (char *)copy.ptr;
    for (size_t i = 0; i < copy.len; i++)
        if (bytes[i] >= 'A' && bytes[i] <= 'Z') bytes[i] = (char)(bytes[i] + 32);
    return copy;
}

static bool is_named_person(const Making *making, int32_t entity)
{
    if (entity < 0) return false;
    const PlEntity *e = &making->mentions->entities.items[entity];
    return e->type == PL_ENTITY_PER && e->is_named && !e->is_group;
}

/* Full names, so that "the minister", "Okon" and "Mara Okon" are no spellings of one another; marks
 * on letters are no difference. */
static void claim_names(Making *making)
{
    for (uint32_t i = 0; i < making->mentions->mentions.n; i++) {
        const PlMention *mention = &making->mentions->mentions.items[i];
        if (mention->kind != PL_MENTION_NAME || !is_named_person(making, mention->entity)) continue;
        PlSlice name = pl_slice_of(making->text, mention->span);
        uint32_t n_words = 1;
        bool is_plain = true;
        for (size_t b = 0; b < name.len; b++) {
            n_words += name.ptr[b] == ' ';
            is_plain = is_plain && name.ptr[b] != '.' && name.ptr[b] != '\n' && name.ptr[b] != ',';
        }
        if (n_words < 2 || n_words > 4 || !is_plain) continue;
        PlClaim *claim =
            add_claim(making, mention->entity, "", PL_SLICE("spelling of the name"), mention->span);
        claim->value = name;
        claim->key = pl_utf8_fold(making->arena, name);
        claim->topic = pl_arena_format(making->arena, "%u words", n_words);
    }
}

/* "then-Minister Doe", "Doe was minister during the last war": an office of then, of which one
 * cannot tell whether it is held now. */
static bool is_of_then(const PlClaimSources *sources, PlSpan role)
{
    enum { MOST_BETWEEN = 2 }; /* "was the", "was a" */
    const PlTokens *tokens = sources->tokens;
    uint32_t tok = pl_tokens_at(tokens, role.start_byte);
    if (tok < tokens->n_tokens && pl_token_is(tokens, tok, "then")) return true;
    for (uint32_t k = 1; k <= MOST_BETWEEN && k <= tok; k++)
        if (pl_token_is(tokens, tok - k, "was") || pl_token_is(tokens, tok - k, "then"))
            return true;
    return false;
}

static void claim_offices(Making *making, const PlClaimSources *sources)
{
    for (uint32_t i = 0; i < making->mentions->roles.n; i++) {
        const PlRole *role = &making->mentions->roles.items[i];
        if (!is_named_person(making, role->entity) || role->title.len == 0) continue;
        if (role->status == PL_ROLE_FORMER && is_of_then(sources, role->span)) continue;
        PlClaim *claim = add_claim(making, role->entity, "", PL_SLICE("office"), role->span);
        claim->topic = role->title;
        claim->value = pl_slice_of(making->text, role->span);
        claim->key = pl_slice(pl_role_status_names[role->status]);
    }
}

/* How the head of a delegation is introduced says how seriously a report takes it. That they head
 * it is a claim of its own. */
static void claim_standing(Making *making, int32_t person)
{
    for (uint32_t i = 0; i < making->mentions->roles.n; i++) {
        const PlRole *role = &making->mentions->roles.items[i];
        if (role->entity != person || pl_slice_find(role->title, PL_SLICE("negotiator")) >= 0)
            continue;
        PlClaim *claim = add_claim(making, person, "", PL_SLICE("standing"), role->span);
        claim->key = role->status == PL_ROLE_CURRENT
                         ? role->title
                         : pl_arena_format(making->arena, "%s %.*s",
                                           pl_role_status_names[role->status], PL_PRI(role->title));
        claim->value = claim->key;
    }
}

static void claim_delegations(Making *making, const PlTalks *talks)
{
    for (uint32_t i = 0; i < talks->delegations.n; i++) {
        const PlDelegation *row = &talks->delegations.items[i];
        if (row->role == PL_DELEGATION_HEAD && row->party >= 0 && row->person >= 0) {
            PlClaim *claim =
                add_claim(making, row->party, "delegation", PL_SLICE("head"), row->span);
            claim->value_entity = row->person;
        }
        if (row->role == PL_DELEGATION_ENVOY && row->party >= 0 && row->person >= 0) {
            PlClaim *claim = add_claim(making, row->party, "envoys", PL_SLICE("names"), row->span);
            claim->value_entity = row->person;
        }
        if (row->role == PL_DELEGATION_HEAD && is_named_person(making, row->person))
            claim_standing(making, row->person);
        if (row->level.len && row->party >= 0) {
            PlClaim *claim =
                add_claim(making, row->party, "delegation", PL_SLICE("level"), row->span);
            claim->value = row->level;
            claim->key = lower_of(making->arena, row->level);
        }
        if (row->role == PL_DELEGATION_ABSENT && is_named_person(making, row->person)) {
            PlClaim *claim = add_claim(making, row->person, "", PL_SLICE("attendance"), row->span);
            claim->value = PL_SLICE("absent");
            claim->key = claim->value;
        }
    }
}

/* "over three years" and "nearly three years" are both about P3Y, on either side of it. */
static PlSlice hedge_of(PlSlice words)
{
    static const struct {
        const char *word;
        const char *hedge;
    } hedges[] = {{"over ", ">"},   {"more than ", ">"}, {"at least ", ">"},
                  {"nearly ", "<"}, {"almost ", "<"},    {"less than ", "<"},
                  {"about ", "~"},  {"around ", "~"},    {"roughly ", "~"}};
    for (size_t i = 0; i < sizeof hedges / sizeof *hedges; i++)
        if (pl_slice_find(words, pl_slice(hedges[i].word)) >= 0) return pl_slice(hedges[i].hedge);
    return (PlSlice){0};
}

/* "Thursday or Friday": the words from the first time in `span` to the last, when they are close.
 */
static PlSlice time_words_in(const Making *making, PlSpan span)
{
    enum { MOST_BYTES = 40 };
    PlSpan words = {0, 0};
    for (uint32_t i = 0; i < making->mentions->times.n; i++) {
        PlSpan time = making->mentions->times.items[i].span;
        if (!pl_spans_overlap(time, span)) continue;
        if (pl_span_empty(words)) words = time;
        if (time.end_byte - words.start_byte <= MOST_BYTES) words.end_byte = time.end_byte;
    }
    return pl_slice_of(making->text, words);
}

static PlSlice time_value_in(const PlMentions *mentions, PlSpan span)
{
    for (uint32_t i = 0; i < mentions->times.n; i++)
        if (pl_spans_overlap(mentions->times.items[i].span, span))
            return mentions->times.items[i].value;
    return (PlSlice){0};
}

static void claim_talks(Making *making, const PlTalks *talks)
{
    static const char *const attributes[PL_N_TALKS_ATTRIBUTES] = {
        [PL_TALKS_PARTY] = "party",
        [PL_TALKS_HOST] = "host",
        [PL_TALKS_MEDIATOR] = "mediator",
        [PL_TALKS_PLACE] = "place",
        [PL_TALKS_VENUE] = "venue",
        [PL_TALKS_DATE] = "date",
        [PL_TALKS_SINCE] = "time since the last talks",
        [PL_TALKS_PROPOSER] = "proposer",
        [PL_TALKS_ROUND] = "round",
        [PL_TALKS_MANDATE] = "mandate",
        [PL_TALKS_EARLIER] = "earlier talks",
    };
    for (uint32_t i = 0; i < talks->facts.n; i++) {
        const PlTalksFact *fact = &talks->facts.items[i];
        if (fact->entity < 0 && fact->value.len == 0) continue;
        PlClaim *claim =
            add_claim(making, -1, "talks", pl_slice(attributes[fact->attribute]), fact->span);
        claim->value_entity = fact->entity;
        claim->value = fact->value;
        claim->key = lower_of(making->arena, fact->value);
        if (fact->attribute == PL_TALKS_MANDATE) { /* whose, and what it is */
            claim->entity = fact->entity;
            claim->aspect = PL_SLICE("delegation");
            claim->value_entity = -1;
        }
        if (fact->attribute == PL_TALKS_DATE) {
            PlSlice words = time_words_in(making, fact->span);
            if (words.len) claim->value = words;
        }
        if (fact->attribute != PL_TALKS_SINCE) continue;
        PlSlice value = time_value_in(making->mentions, fact->span);
        PlSlice hedge = hedge_of(claim->key);
        if (value.len)
            claim->key = pl_arena_format(making->arena, "%.*s%.*s", PL_PRI(value), PL_PRI(hedge));
    }
}

/* Demands go with either: one can demand land and reject giving land up. */
static const char *side_of_stance(PlStance stance)
{
    switch (stance) {
    case PL_STANCE_ACCEPTS:
    case PL_STANCE_CONCEDES:
    case PL_STANCE_OFFERS:
    case PL_STANCE_SUPPORTS:
        return "for";
    case PL_STANCE_REJECTS:
    case PL_STANCE_OPPOSES:
        return "against";
    default:
        return "demands";
    }
}

static void claim_positions(Making *making, const PlTalks *talks)
{
    for (uint32_t i = 0; i < talks->positions.n; i++) {
        const PlPosition *row = &talks->positions.items[i];
        if (row->party < 0) continue;
        PlSlice stance = pl_arena_format(making->arena, "stance on %.*s", PL_PRI(row->issue));
        PlClaim *claim = add_claim(making, row->party, "", stance, row->span);
        claim->value = pl_arena_format(making->arena, "%s%s%.*s", pl_stance_names[row->stance],
                                       row->terms.len ? ": " : "", PL_PRI(row->terms));
        claim->key = pl_slice(side_of_stance(row->stance));
        if (row->terms.len == 0 || row->stance != PL_STANCE_DEMANDS) continue;
        PlSlice terms =
            pl_arena_format(making->arena, "terms of the demand on %.*s", PL_PRI(row->issue));
        claim = add_claim(making, row->party, "", terms, row->span);
        claim->value = row->terms;
        claim->key = lower_of(making->arena, row->terms);
    }
}

static bool has_one_of(PlSlice words, const char *const *some, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (pl_slice_find(words, pl_slice(some[i])) >= 0) return true;
    return false;
}

/* The reporter's own expectations, where the words name them as such and say how high they are. */
static void claim_outlook(Making *making, const PlTalks *talks)
{
    static const char *const nouns[] = {"expectation", "hope",     "chance",    "prospect",
                                        "odds",        "optimism", "likelihood"};
    static const char *const levels[] = {" high", " low",   "little ", "no ",   "slim",
                                         "faint", "dim",    "bleak",   "scant", "remote",
                                         "small", "strong", "great",   "good ", "bright"};
    for (uint32_t i = 0; i < talks->outlook.n; i++) {
        const PlOutlook *row = &talks->outlook.items[i];
        if (row->holder >= 0 || row->polarity == PL_OUTLOOK_MIXED) continue;
        PlSlice words = pl_slice_of(making->text, row->span);
        PlSlice lower = lower_of(making->arena, words);
        if (!has_one_of(lower, nouns, sizeof nouns / sizeof *nouns) ||
            !has_one_of(lower, levels, sizeof levels / sizeof *levels))
            continue;
        PlClaim *claim = add_claim(making, -1, "expectations of the talks",
                                   PL_SLICE("level of expectations"), row->span);
        claim->value = words;
        claim->key = pl_slice(pl_polarity_names[row->polarity]);
    }
}

/* Numbers, sums, shares, durations and days of things. */
static void claim_measures(Making *making, const PlThings *things, const PlClaimSources *sources)
{
    PlMeasures measures;
    pl_measures_find(making->arena, things, sources->tokens, sources->syntax, sources->mentions,
                     &measures);
    for (uint32_t i = 0; i < measures.n; i++) {
        const PlMeasure *row = &measures.items[i];
        PlClaim *claim = add_claim(making, -1, "", row->attribute, row->span);
        claim->aspect = row->thing;
        claim->topic = row->modifiers;
        claim->value = pl_slice_of(making->text, row->span);
        claim->low = row->low;
        claim->high = row->high;
        PlSlice hedge = hedge_of(lower_of(making->arena, claim->value));
        claim->key =
            pl_arena_format(making->arena, "%g-%g%.*s", row->low, row->high, PL_PRI(hedge));
    }
}

/* ---- statements ---- */

/* What somebody says, and, of words in quotation marks, how they are worded. */
static void claim_sayings(Making *making, const PlClaimSources *sources)
{
    enum { LEAST_LEMMAS = 2, MOST_VALUE_BYTES = 240 };
    for (uint32_t i = 0; i < sources->quotes->quotes.n; i++) {
        const PlQuote *quote = &sources->quotes->quotes.items[i];
        if (quote->is_unsaid) continue;
        if (quote->speaker < 0 || !making->mentions->entities.items[quote->speaker].is_named)
            continue;
        uint32_t n;
        PlSlice lemmas =
            pl_content_lemmas(making->arena, sources->tokens, sources->syntax, quote->span, &n);
        if (n < LEAST_LEMMAS || quote->span.end_byte - quote->span.start_byte > MOST_VALUE_BYTES)
            continue;
        PlClaim *claim = add_claim(making, quote->speaker, "", PL_SLICE("says"), quote->span);
        claim->value = pl_slice_of(making->text, quote->span);
        claim->topic = lemmas;
        if (quote->kind != PL_QUOTE_DIRECT) continue;
        claim = add_claim(making, quote->speaker, "", PL_SLICE("wording"), quote->span);
        claim->value = pl_slice_of(making->text, quote->span);
        claim->topic = lemmas;
        claim->key = pl_plain_words(making->arena, sources->tokens, sources->syntax, quote->span);
    }
}

/* What somebody does or did, as the clause tells it. */
static void claim_deeds(Making *making, const PlClaimSources *sources)
{
    enum { LEAST_LEMMAS = 3, MOST_VALUE_BYTES = 160 };
    const PlEvents *events = sources->events;
    for (uint32_t i = 0; i < events->actors.n; i++) {
        const PlEventActor *actor = &events->actors.items[i];
        const PlEvent *event = &events->events.items[actor->event];
        bool is_first = i == 0 || events->actors.items[i - 1].event != actor->event;
        if (!is_first || actor->side != PL_EVENT_SOURCE) continue;
        if (event->status == PL_EVENT_NEGATED || event->status == PL_EVENT_HYPOTHETICAL) continue;
        if (actor->entity < 0 || !making->mentions->entities.items[actor->entity].is_named)
            continue;
        uint32_t n;
        PlSlice lemmas =
            pl_content_lemmas(making->arena, sources->tokens, sources->syntax, event->span, &n);
        if (n < LEAST_LEMMAS || event->span.end_byte - event->span.start_byte > MOST_VALUE_BYTES)
            continue;
        PlClaim *claim = add_claim(making, actor->entity, "", PL_SLICE("deed"), event->span);
        claim->value = pl_slice_of(making->text, event->span);
        claim->topic = lemmas;
    }
}

/* Marks the tokens of titles. */
static const uint8_t *find_titles(Making *making, const PlClaimSources *sources)
{
    const PlTokens *tokens = sources->tokens;
    uint8_t *marks = pl_arena_array(making->arena, uint8_t, tokens->n_tokens + 1);
    for (uint32_t i = 0; i < making->mentions->roles.n; i++) {
        PlSpan span = making->mentions->roles.items[i].span;
        uint32_t end = pl_tokens_at(tokens, span.end_byte);
        for (uint32_t tok = pl_tokens_at(tokens, span.start_byte); tok < end; tok++)
            marks[tok] = 1;
    }
    return marks;
}

/* What a sentence tells, whoever it is about. Two sentences on one minister are not alike for that,
 * so titles are left out. */
static void claim_tellings(Making *making, const PlClaimSources *sources)
{
    enum { LEAST_LEMMAS = 4, MOST_VALUE_BYTES = 360 };
    const PlTokens *tokens = sources->tokens;
    const uint8_t *titles = find_titles(making, sources);
    for (uint32_t s = 0; s < tokens->n_sents; s++) {
        PlSpan span = tokens->sent_span[s];
        if (span.end_byte - span.start_byte > MOST_VALUE_BYTES) continue;
        uint32_t n;
        PlSlice lemmas = pl_topic_lemmas(making->arena, tokens, sources->syntax, sources->mentions,
                                         titles, span, &n);
        if (n < LEAST_LEMMAS) continue;
        PlClaim *claim = add_claim(making, -1, "reports", PL_SLICE("tell"), span);
        claim->value = pl_slice_of(making->text, span);
        claim->topic = lemmas;
    }
}

void pl_claims_find(PlArena *arena, const PlThings *things, const PlClaimSources *sources,
                    PlClaims *claims)
{
    *claims = (PlClaims){0};
    Making making = {arena, sources->article->text, sources->mentions, claims};
    const PlTalks *talks = sources->talks;
    claim_names(&making);
    claim_offices(&making, sources);
    claim_delegations(&making, talks);
    claim_talks(&making, talks);
    claim_positions(&making, talks);
    claim_outlook(&making, talks);
    claim_measures(&making, things, sources);
    claim_sayings(&making, sources);
    claim_deeds(&making, sources);
    claim_tellings(&making, sources);
}
