#include "talks/facts.h"

#include "talks/past_talks.h"
#include "talks/sides.h"

enum {
    REACH = 16, /* tokens from the noun to what is said of it */
    BETWEEN_REACH = 12,
    SINCE_REACH = 8 /* tokens from "first" to "years" */
};

const char *const pl_talks_attribute_names[PL_N_TALKS_ATTRIBUTES] = {
    "party", "host",     "mediator", "place",   "venue",  "date",
    "since", "proposer", "round",    "mandate", "earlier"};

typedef struct Search {
    const PlReading *reading;
    PlTalks *talks;
} Search;

static PlSlice word_at(const Search *search, uint32_t tok)
{
    return search->reading->tokens->lower[tok];
}

static const PlMention *mention_at(const Search *search, uint32_t tok)
{
    int32_t mention = search->reading->name_of_tok[tok];
    if (mention < 0) mention = search->reading->mentions->mention_of_tok[tok];
    return mention < 0 ? NULL : &search->reading->mentions->mentions.items[mention];
}

static void push(Search *search, PlTalksAttribute attribute, int32_t entity, PlSlice value,
                 PlToks words)
{
    PlTalks *talks = search->talks;
    PlSpan span = pl_reading_span(search->reading, words);
    for (uint32_t k = 1; k <= 8 && k <= talks->facts.n; k++) {
        const PlTalksFact *last = &talks->facts.items[talks->facts.n - k];
        if (last->attribute == attribute && last->entity == entity &&
            pl_slice_equal(last->value, value) && last->span.start_byte == span.start_byte)
            return;
    }
    *pl_vec_push(search->reading->arena, &talks->facts) =
        (PlTalksFact){.attribute = attribute, .entity = entity, .value = value, .span = span};
}

static void push_sides(Search *search, PlTalksAttribute attribute, const PlSides *sides,
                       PlToks words)
{
    for (uint32_t i = 0; i < sides->n; i++)
        push(search, attribute, sides->party[i], (PlSlice){0}, words);
}

/* ---- parties ---- */

/* The sides named in [first, end). */
static PlSides sides_in(const Search *search, uint32_t first, uint32_t end)
{
    PlSides sides = {.n = 0};
    for (uint32_t i = first; i < end; i++) {
        const PlMention *mention = mention_at(search, i);
        if (!mention || mention->end_tok != i + 1 || mention->kind == PL_MENTION_PRONOUN) continue;
        pl_sides_add(search->reading, &sides, mention->entity);
    }
    return sides;
}

/* "talks between A and B", "talks with B" */
static void parties_after(Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    for (uint32_t i = noun + 1; i < sent.end && i <= noun + 3; i++) {
        bool with = pl_reading_is(reading, i, "with");
        if (!with && !pl_reading_is(reading, i, "between")) continue;
        uint32_t end = i + 1;
        while (
            end < sent.end && end < i + BETWEEN_REACH && !pl_reading_is_verb(reading, end) &&
            reading->syntax->upos[end] != PL_UPOS_AUX &&
            !(end > i + 1 &&
              pl_word_in(word_at(search, end), "in|on|at|over|about|to|aimed|for")) &&
            (!pl_reading_is_boundary(reading, end) || pl_slice_is(reading->tokens->form[end], ",")))
            end++;
        PlSides sides = sides_in(search, i + 1, end);
        if (with ? sides.n == 0 : sides.n < 2) return;
        if (with && pl_talk_noun(reading, noun) != PL_TALK_TALKS) return;
        push_sides(search, PL_TALKS_PARTY, &sides, (PlToks){noun, end});
        if (!with) return;
        int32_t head = reading->syntax->head_tok[noun];
        if (head < 0 || !pl_reading_is_verb(reading, (uint32_t)head)) return;
        PlSides own = pl_sides_of_verb(reading, (uint32_t)head);
        push_sides(search, PL_TALKS_PARTY, &own, (PlToks){noun, end});
        return;
    }
}

/* "Delegates of Velia, Norland and others": those whose delegates they are. */
static PlSides represented(const Search *search, uint32_t noun, uint32_t end)
{
    const PlReading *reading = search->reading;
    PlSides none = {.n = 0};
    if (noun + 1 >= end || !pl_word_in(word_at(search, noun + 1), "of|from|for") ||
        !pl_word_in(reading->syntax->lemma[noun],
                    "representative|delegate|negotiator|official|envoy|diplomat|leader|minister|"
                    "delegation|team"))
        return none;
    uint32_t last = noun + 2;
    while (last < end && last < noun + 24 &&
           (!pl_reading_is_verb(reading, last) || reading->name_of_tok[last] >= 0))
        last++;
    PlSides sides = none;
    for (uint32_t i = noun + 2; i < last; i++) {
        int32_t name = reading->name_of_tok[i];
        if (name < 0) continue;
        const PlMention *mention = &reading->mentions->mentions.items[name];
        if (mention->end_tok == i + 1) pl_sides_add(reading, &sides, mention->entity);
    }
    return sides;
}

/* "A and B resumed talks", "A and B prepared for their first talks" */
static void parties_before(Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    for (uint32_t k = 1; k <= REACH && noun >= sent.first + k; k++) {
        uint32_t verb = noun - k;
        if (!pl_reading_is_verb(reading, verb)) continue;
        if (!pl_word_in(reading->syntax->lemma[verb],
                        "resume|hold|begin|start|open|prepare|engage|enter|reopen|conduct|continue|"
                        "meet|set|agree|restart|schedule|return|conclude|end|plan"))
            continue;
        PlSides sides = pl_sides_of_verb(reading, verb);
        int32_t subject = pl_reading_subject(reading, verb);
        /* a long list is easily torn apart in the tree: its first words say whose they are */
        for (uint32_t i = sent.first; sides.n < 2 && i + 1 < verb && i < sent.first + REACH; i++) {
            PlSides theirs = represented(search, i, verb);
            if (theirs.n < 2) continue;
            sides = theirs;
            subject = (int32_t)i;
        }
        if (sides.n < 2 || subject < 0) continue;
        push_sides(search, PL_TALKS_PARTY, &sides, (PlToks){(uint32_t)subject, noun + 1});
        return;
    }
}

/* "A-B talks" */
static void parties_compound(Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    uint32_t first = noun;
    while (first > sent.first && noun - first < 7 &&
           (pl_reading_is_noun(reading, first - 1) ||
            reading->syntax->upos[first - 1] == PL_UPOS_ADJ ||
            pl_word_in(reading->tokens->form[first - 1], "-|–|/")))
        first--;
    bool joined = false;
    for (uint32_t i = first; i < noun; i++)
        joined |= pl_word_in(reading->tokens->form[i], "-|–|/");
    if (!joined) return;
    PlSides sides = sides_in(search, first, noun);
    if (sides.n >= 2) push_sides(search, PL_TALKS_PARTY, &sides, (PlToks){first, noun + 1});
}

/* ---- hosts, mediators, proposers ---- */

static void by_whom(Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    for (uint32_t i = noun + 1; i + 1 < sent.end && i <= noun + REACH; i++) {
        if (!pl_reading_is(reading, i + 1, "by")) continue;
        PlSlice word = word_at(search, i);
        PlTalksAttribute attribute;
        if (pl_word_in(word, "hosted"))
            attribute = PL_TALKS_HOST;
        else if (pl_word_in(word, "mediated|brokered|facilitated|moderated"))
            attribute = PL_TALKS_MEDIATOR;
        else if (pl_word_in(word, "proposed|initiated|convened|requested|suggested"))
            attribute = PL_TALKS_PROPOSER;
        else
            continue;
        PlSides sides = pl_sides_of_agent(reading, i);
        push_sides(search, attribute, &sides, (PlToks){noun, i + 3 < sent.end ? i + 3 : sent.end});
    }
}

/* "messages passed through Velia", "indirect talks via Velian officials" */
static void through_whom(Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    for (uint32_t i = noun + 1; i + 1 < sent.end && i <= noun + 3; i++) {
        if (pl_reading_is_boundary(reading, i)) return;
        if (!pl_word_in(word_at(search, i), "through|via")) continue;
        uint32_t end = i + 1;
        while (end < sent.end && end < i + 8 && !pl_reading_is_boundary(reading, end) &&
               !pl_reading_is_verb(reading, end))
            end++;
        uint32_t first = i + 1;
        for (uint32_t k = first; k + 1 < end; k++) /* "the island state of Velia" */
            if (pl_reading_is(reading, k + 1, "of") &&
                pl_word_in(reading->syntax->lemma[k],
                           "state|nation|kingdom|emirate|sultanate|republic|country|government"))
                first = k + 2;
        PlSides sides = sides_in(search, first, end);
        push_sides(search, PL_TALKS_MEDIATOR, &sides, (PlToks){noun, end});
        return;
    }
}

/* Who does the verb: the person or body as named, else the side that is meant. */
static void push_doer(Search *search, PlTalksAttribute attribute, uint32_t verb, PlToks words)
{
    const PlReading *reading = search->reading;
    int32_t subject = pl_reading_subject(reading, verb);
    if (subject < 0) return;
    int32_t mention = reading->mentions->mention_of_tok[subject];
    int32_t entity = mention < 0 ? -1 : reading->mentions->mentions.items[mention].entity;
    if (entity >= 0 && reading->mentions->entities.items[entity].is_named) {
        push(search, attribute, entity, (PlSlice){0}, words);
        return;
    }
    PlSides sides = pl_sides_of_verb(reading, verb);
    push_sides(search, attribute, &sides, words);
}

/* "Velia hosts the talks", "X proposed the talks" */
static void who_does(Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    for (uint32_t k = 1; k <= 6 && noun >= sent.first + k; k++) {
        uint32_t verb = noun - k;
        if (pl_reading_is_boundary(reading, verb)) return;
        if (!pl_reading_is_verb(reading, verb)) continue;
        PlSlice lemma = reading->syntax->lemma[verb];
        PlTalksAttribute attribute;
        if (pl_slice_is(lemma, "host"))
            attribute = PL_TALKS_HOST;
        else if (pl_word_in(lemma, "mediate|broker|facilitate|moderate"))
            attribute = PL_TALKS_MEDIATOR;
        else if (pl_word_in(lemma, "propose|initiate|convene"))
            attribute = PL_TALKS_PROPOSER;
        else
            return;
        if (pl_reading_is_negated(reading, verb) || pl_reading_is_passive(reading, verb)) return;
        /* "in a position to mediate" is not yet mediation; "agreed to host" is as good as hosting.
         */
        bool infinitive = verb > sent.first && pl_reading_is(reading, verb - 1, "to");
        bool offered =
            infinitive && verb > sent.first + 1 &&
            !pl_word_in(reading->syntax->lemma[verb - 2], "agree|initiative|continue|help");
        if (offered || (attribute == PL_TALKS_MEDIATOR && pl_reading_is_unreal(reading, verb)))
            return;
        push_doer(search, attribute, verb, (PlToks){verb, noun + 1});
        return;
    }
}

/* "Velia and Norland are mediating", "she is mediating between the two": without a noun for talks.
 */
static void who_mediates(Search *search, uint32_t verb)
{
    const PlReading *reading = search->reading;
    if (!pl_word_in(word_at(search, verb), "mediating|mediated|mediates|mediate") ||
        !pl_reading_is_verb(reading, verb) || pl_reading_is_passive(reading, verb) ||
        pl_reading_is_negated(reading, verb) || pl_reading_is_unreal(reading, verb))
        return;
    PlToks sent = pl_reading_sent(reading, verb);
    bool infinitive = verb > sent.first && pl_reading_is(reading, verb - 1, "to");
    int32_t subject = pl_reading_subject(reading, verb);
    if (infinitive || subject < 0 || (uint32_t)subject > verb) return;
    PlSides sides = pl_sides_at(reading, (uint32_t)subject);
    if (sides.n > 1)
        push_sides(search, PL_TALKS_MEDIATOR, &sides, (PlToks){(uint32_t)subject, verb + 1});
    else
        push_doer(search, PL_TALKS_MEDIATOR, verb, (PlToks){(uint32_t)subject, verb + 1});
}

/* "Velia, as the host, ..." */
static void at_host_word(Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, tok);
    if (!pl_reading_is(reading, tok, "host") || pl_reading_is_verb(reading, tok)) return;
    for (uint32_t k = 1; k <= 4 && tok >= sent.first + k; k++) {
        const PlMention *mention = mention_at(search, tok - k);
        if (!mention || mention->kind != PL_MENTION_NAME) continue;
        int32_t party = pl_side_of_entity(reading, mention->entity);
        if (party < 0) return;
        push(search, PL_TALKS_HOST, party, (PlSlice){0}, (PlToks){mention->first_tok, tok + 1});
        return;
    }
    if (tok + 1 < sent.end) {
        uint32_t next = tok + 1;
        if (pl_word_in(word_at(search, next), "country|nation")) next++;
        const PlMention *mention = next < sent.end ? mention_at(search, next) : NULL;
        if (mention && mention->type == PL_ENTITY_LOC && mention->kind == PL_MENTION_NAME) {
            int32_t party = pl_side_of_entity(reading, mention->entity);
            if (party >= 0)
                push(search, PL_TALKS_HOST, party, (PlSlice){0}, (PlToks){tok, mention->end_tok});
        }
    }
}

static PlTalksAttribute attribute_of_verb(PlSlice lemma)
{
    if (pl_word_in(lemma, "propose|initiate|convene|suggest|request")) return PL_TALKS_PROPOSER;
    if (pl_slice_is(lemma, "host")) return PL_TALKS_HOST;
    if (pl_word_in(lemma, "mediate|broker|facilitate|moderate")) return PL_TALKS_MEDIATOR;
    return PL_N_TALKS_ATTRIBUTES;
}

/* What the tree says of the noun: "the meeting she had proposed"; "the talks, which Velia hosts".
 */
static void who_did(Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    for (int32_t child = reading->children.first[noun]; child >= 0;
         child = reading->children.next[child]) {
        uint32_t verb = (uint32_t)child;
        if (reading->syntax->deprel[verb] != PL_DEPREL_acl_relcl) continue;
        PlTalksAttribute attribute = attribute_of_verb(reading->syntax->lemma[verb]);
        int32_t subject = pl_reading_child(reading, verb, PL_DEPREL_nsubj);
        bool by_other =
            subject >= 0 && !pl_word_in(word_at(search, (uint32_t)subject), "that|which|who");
        if (attribute == PL_N_TALKS_ATTRIBUTES || !by_other ||
            pl_reading_is_negated(reading, verb) || pl_reading_is_unreal(reading, verb))
            continue;
        push_doer(search, attribute, verb, (PlToks){noun, verb + 1});
    }
}

/* "Despite initiating the process, the union ...": the process is that of the talks. */
static void who_began(Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    if (!pl_slice_is(reading->syntax->lemma[noun], "process")) return;
    int32_t verb = reading->syntax->head_tok[noun];
    if (verb < 0 || reading->syntax->deprel[noun] != PL_DEPREL_obj) return;
    if (!pl_word_in(reading->syntax->lemma[verb], "initiate|propose")) return;
    push_doer(search, PL_TALKS_PROPOSER, (uint32_t)verb, (PlToks){(uint32_t)verb, noun + 1});
}

/* ---- where and when ---- */

static bool names_building(PlSlice name)
{
    PlSlice word;
    while (pl_slice_next(&name, ' ', &word))
        if (pl_word_in(word, "Palace|Hotel|Center|Centre|Hall|House|Château|Chateau|Castle|Villa|"
                             "Headquarters|Palais|Embassy|Ministry|Resort|Club|Building|Residence|"
                             "Academy|University|Airport|Base|Tower"))
            return true;
    return false;
}

/* The places and the building that the clause with the talks names after a preposition. */
static void places_after(Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    for (uint32_t i = noun + 1; i + 1 < sent.end && i <= noun + REACH; i++) {
        if (pl_word_in(word_at(search, i), "that|which|who|after|since|but|while|over|about"))
            return;
        if (pl_slice_is(reading->tokens->form[i], ";")) return;
        if (!pl_word_in(word_at(search, i), "in|at")) continue;
        for (uint32_t k = i + 1; k < sent.end && k <= i + 7; k++) {
            const PlMention *mention = mention_at(search, k);
            if (pl_reading_is_boundary(reading, k)) break;
            if (!mention || mention->type == PL_ENTITY_PER) continue;
            if (mention->type != PL_ENTITY_LOC && mention->type != PL_ENTITY_ORG) break;
            if (mention->entity < 0 || mention->kind != PL_MENTION_NAME) break;
            PlSlice name = pl_slice_of(reading->tokens->text, mention->span);
            bool building = names_building(name);
            if (mention->type == PL_ENTITY_ORG && !building) break;
            /* "in a U.S. court": what the name describes is the place, not the name. */
            if (mention->end_tok < sent.end && !building &&
                (pl_reading_is_noun(reading, mention->end_tok) ||
                 reading->syntax->upos[mention->end_tok] == PL_UPOS_ADJ))
                break;
            if (!building && pl_talk_noun(reading, noun) == PL_TALK_OTHER) break;
            push(search, building ? PL_TALKS_VENUE : PL_TALKS_PLACE, mention->entity, (PlSlice){0},
                 (PlToks){noun, mention->end_tok});
            bool held = false; /* "the talks are being held in Velia": Velia hosts them */
            for (uint32_t j = noun + 1; j < i; j++)
                held |= pl_word_in(word_at(search, j), "held|place|hosted");
            if (held && reading->mentions->entities.items[mention->entity].is_state)
                push(search, PL_TALKS_HOST, mention->entity, (PlSlice){0},
                     (PlToks){noun, mention->end_tok});
            k = mention->end_tok - 1;
            if (!building && mention->end_tok >= i + 2) break;
        }
    }
}

/* "the Velia talks", "the Karsk negotiations" */
static void place_compound(Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    if (noun < sent.first + 2 || !pl_word_in(word_at(search, noun - 2), "the|these|new")) return;
    const PlMention *mention = mention_at(search, noun - 1);
    if (!mention || mention->type != PL_ENTITY_LOC || mention->kind != PL_MENTION_NAME) return;
    if (mention->entity < 0 || reading->mentions->entities.items[mention->entity].is_state) return;
    push(search, PL_TALKS_PLACE, mention->entity, (PlSlice){0}, (PlToks){noun - 1, noun + 1});
}

static bool is_held(const Search *search, PlToks clause)
{
    for (uint32_t i = clause.first; i < clause.end; i++)
        if (pl_word_in(search->reading->syntax->lemma[i],
                       "begin|start|hold|take|schedule|set|open|resume|convene|meet|due|slate|plan|"
                       "expect|commence|kick"))
            return true;
    return false;
}

/* The date that the clause says the talks are on. */
static void date_in(Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlToks clause = pl_reading_clause(reading, noun);
    if (noun - clause.first > REACH) clause.first = noun - REACH;
    if (clause.end - noun > REACH) clause.end = noun + REACH;
    if (!is_held(search, clause) || pl_talk_noun(reading, noun) == PL_TALK_OTHER) return;
    PlSpan span = pl_reading_span(reading, clause);
    const PlTime *first = NULL;
    const PlTime *second = NULL;
    uint32_t low = 0;
    uint32_t high = reading->mentions->times.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (reading->mentions->times.items[middle].span.start_byte < span.start_byte)
            low = middle + 1;
        else
            high = middle;
    }
    for (uint32_t i = low; i < reading->mentions->times.n && !second; i++) {
        const PlTime *time = &reading->mentions->times.items[i];
        if (time->span.start_byte >= span.end_byte) break;
        bool day = time->type == PL_TIME_DATE && time->value.len == 10 && time->value.ptr[4] == '-';
        if (!day) continue;
        if (!first)
            first = time;
        else
            second = time;
    }
    if (!first) return;
    PlSlice value = first->value;
    uint32_t end_byte = first->span.end_byte;
    if (second && second->span.start_byte - first->span.end_byte <= 8) {
        value = pl_arena_format(reading->arena, "%.*s/%.*s", PL_PRI(first->value),
                                PL_PRI(second->value));
        end_byte = second->span.end_byte;
    }
    uint32_t end = pl_tokens_at(reading->tokens, end_byte);
    uint32_t start = pl_tokens_at(reading->tokens, first->span.start_byte);
    push(search, PL_TALKS_DATE, -1, value,
         start < noun ? (PlToks){start, noun + 1} : (PlToks){noun, end});
}

/* "the first such talks in over three years", "the first since March 2019" */
static void since_in(Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    if (!pl_reading_is(reading, tok, "first")) return;
    PlToks sent = pl_reading_sent(reading, tok);
    bool talks = false;
    for (uint32_t k = 0; k <= REACH && tok >= sent.first + k && !talks; k++)
        talks = pl_is_talk_noun(reading, tok - k);
    for (uint32_t i = tok + 1; i < sent.end && i <= tok + SINCE_REACH; i++) {
        talks |= pl_is_talk_noun(reading, i);
        if (!pl_word_in(word_at(search, i), "in|since|for")) continue;
        uint32_t end = i + 1;
        bool unit = false;
        while (end < sent.end && end < i + 7 && !unit) {
            unit = pl_word_in(word_at(search, end), "years|year|months|month|weeks|week|decades|"
                                                    "decade|days") ||
                   (pl_reading_is(reading, i, "since") &&
                    reading->tokens->flags[end] & PL_TOK_DIGIT && end > i);
            if (pl_reading_is_boundary(reading, end)) break;
            end++;
        }
        if (!unit || !talks) continue;
        PlToks value = {pl_reading_is(reading, i, "since") ? i : i + 1, end};
        push(search, PL_TALKS_SINCE, -1,
             pl_slice_of(reading->tokens->text, pl_reading_span(reading, value)),
             (PlToks){tok, end});
        return;
    }
}

/* ---- rounds ---- */

static bool is_ordinal(const Search *search, uint32_t tok)
{
    return pl_word_in(word_at(search, tok),
                      "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|"
                      "twelfth|final|new|next|latest|fresh") ||
           (search->reading->tokens->flags[tok] & PL_TOK_DIGIT &&
            (pl_slice_ends(word_at(search, tok), "th") ||
             pl_slice_ends(word_at(search, tok), "nd") ||
             pl_slice_ends(word_at(search, tok), "rd") ||
             pl_slice_ends(word_at(search, tok), "st")));
}

static bool is_unit_of_talks(const Search *search, uint32_t tok)
{
    return pl_word_in(search->reading->syntax->lemma[tok], "round|session|day|week|month");
}

/* "a second round of talks", "the third day of negotiations", "second-round talks" */
static void round_in(Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    for (uint32_t k = 1; k <= 6 && noun >= sent.first + k; k++) {
        uint32_t unit = noun - k;
        if (pl_reading_is_boundary(reading, unit) || pl_reading_is_verb(reading, unit)) return;
        if (!is_unit_of_talks(search, unit)) continue;
        uint32_t first = unit;
        while (first > sent.first && unit - first < 3 && !is_ordinal(search, first))
            first--;
        if (!is_ordinal(search, first)) return;
        PlToks words = {first, unit + 1};
        push(search, PL_TALKS_ROUND, -1,
             pl_slice_of(reading->tokens->text, pl_reading_span(reading, words)),
             (PlToks){first, noun + 1});
        return;
    }
}

static bool is_ending(PlSlice lemma)
{
    return pl_word_in(lemma, "fail|collapse|end|stall|falter|founder|conclude|break|fizzle|yield|"
                             "produce|bring|lead|result|adjourn|finish|unravel");
}

/* The words of the time or place nearest after `tok` in its clause: "in May", "in Oslo". */
static PlToks when_of(const Search *search, PlToks clause)
{
    const PlReading *reading = search->reading;
    for (uint32_t i = clause.first; i < clause.end; i++) {
        if (!pl_word_in(word_at(search, i), "in|on|last") || i + 1 >= clause.end) continue;
        bool dated = reading->tokens->flags[i + 1] & PL_TOK_DIGIT ||
                     reading->name_of_tok[i + 1] >= 0 ||
                     pl_word_in(word_at(search, i + 1),
                                "january|february|march|april|may|june|july|august|september|"
                                "october|november|december|monday|tuesday|wednesday|thursday|"
                                "friday|saturday|sunday|week|month|year|spring|summer|autumn|"
                                "fall|winter|late|early|mid");
        if (!dated) continue;
        PlToks when = {i, i + 2};
        while (when.end < clause.end && when.end < i + 4 &&
               (reading->tokens->flags[when.end] & PL_TOK_DIGIT ||
                reading->syntax->upos[when.end] == PL_UPOS_PROPN))
            when.end++;
        return when;
    }
    return (PlToks){0, 0};
}

/* "The last round, held in May, ended without result"; "negotiations in 2022, which collapsed". */
static void earlier_in(Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    uint32_t verb = noun + 1;
    while (verb < sent.end && verb <= noun + REACH + 6 &&
           !(pl_reading_is_verb(reading, verb) && is_ending(reading->syntax->lemma[verb]) &&
             reading->syntax->deprel[verb] != PL_DEPREL_amod))
        verb++;
    bool ends = verb < sent.end && verb <= noun + REACH + 6;
    bool failed = false; /* "the failed negotiations of 2022" */
    for (uint32_t k = 1; k <= 3 && noun >= sent.first + k; k++)
        failed |= pl_word_in(word_at(search, noun - k), "failed|abortive|fruitless|unsuccessful");
    if (!ends && !failed) return;
    if (ends && (pl_reading_is_unreal(reading, verb) || reading->syntax->xpos[verb] == PL_XPOS_VBG))
        return;
    uint32_t end = ends ? verb + 1 : noun + 1;
    while (ends && end < sent.end && end < verb + 8 && !pl_reading_is_boundary(reading, end))
        end++;
    PlToks when = when_of(search, (PlToks){noun, ends ? end : sent.end});
    if (!when.end) when = when_of(search, (PlToks){sent.first, noun});
    PlSlice how =
        ends ? pl_slice_of(reading->tokens->text, pl_reading_span(reading, (PlToks){verb, end}))
             : PL_SLICE("failed");
    PlSlice value = how;
    if (when.end && !(ends && when.first >= verb))
        value = pl_arena_format(
            reading->arena, "%.*s: %.*s",
            PL_PRI(pl_slice_of(reading->tokens->text, pl_reading_span(reading, when))),
            PL_PRI(how));
    push(search, PL_TALKS_EARLIER, -1, value, (PlToks){noun, end});
}

/* "the last round", "the first round", "previous talks": not the ones reported on. */
static bool is_earlier_round(const Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    for (uint32_t k = 1; k <= 4 && noun >= sent.first + k; k++) {
        if (pl_reading_is_boundary(reading, noun - k) || pl_reading_is_verb(reading, noun - k))
            return false;
        if (pl_word_in(word_at(search, noun - k), "last|previous|earlier|past|failed|first"))
            return true;
    }
    return false;
}

void pl_facts_find(const PlReading *reading, PlTalks *talks)
{
    Search search = {.reading = reading, .talks = talks};
    const PlTokens *tokens = reading->tokens;
    for (uint32_t i = 0; i < tokens->n_tokens; i++) {
        if (tokens->flags[i] & PL_TOK_PUNCT) continue;
        since_in(&search, i);
        at_host_word(&search, i);
        if (pl_word_in(reading->syntax->lemma[i], "message|contact") &&
            pl_reading_is_noun(reading, i))
            through_whom(&search, i);
        who_began(&search, i);
        who_mediates(&search, i);
        if (!pl_is_talk_noun(reading, i)) continue;
        bool past = pl_is_past_talk(reading, i);
        if (past || is_earlier_round(&search, i)) earlier_in(&search, i);
        if (past) continue;
        round_in(&search, i);
        parties_after(&search, i);
        parties_before(&search, i);
        parties_compound(&search, i);
        by_whom(&search, i);
        if (i > 0 && pl_word_in(word_at(&search, i - 1), "indirect|proximity|backchannel"))
            through_whom(&search, i);
        who_does(&search, i);
        who_did(&search, i);
        places_after(&search, i);
        place_compound(&search, i);
        date_in(&search, i);
    }
}
