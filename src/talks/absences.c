#include "talks/absences.h"

#include "talks/delegates.h"
#include "talks/past_talks.h"
#include "talks/sides.h"

enum {
    NAME_REACH = 14,  /* tokens from a cue to the name */
    SHARED_ROWS = 256 /* rows that are looked through for the same person */
};

typedef struct Search {
    const PlReading *reading;
    PlTalks *talks;
} Search;

static PlSlice word_at(const Search *search, uint32_t tok)
{
    return search->reading->tokens->lower[tok];
}

static bool is_attending(const Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    PlSlice lemma = reading->syntax->lemma[tok];
    PlToks sent = pl_reading_sent(reading, tok);
    if (pl_word_in(lemma, "attend|participate|appear|come")) return true;
    if (tok + 1 >= sent.end) return false;
    if (pl_slice_is(lemma, "take") && pl_reading_is(reading, tok + 1, "part")) return true;
    if (pl_word_in(lemma, "show|turn") && pl_reading_is(reading, tok + 1, "up")) return true;
    return false;
}

static void push_absent(Search *search, uint32_t subject, uint32_t verb)
{
    const PlReading *reading = search->reading;
    PlToks words = {subject, verb + 1};
    int32_t entity = pl_side_entity_at(reading, subject);
    if (pl_delegates_is_person(search->reading, entity)) {
        const PlMention *mention = pl_delegates_mention(search->reading, subject);
        bool described = mention && mention->kind == PL_MENTION_DESCRIPTION;
        if (described || !pl_delegates_is_named(search->reading, entity)) return;
        int32_t party = pl_delegates_side_of(search->reading, entity);
        /* "the palace confirmed that the king would not attend": theirs */
        if (party < 0) party = pl_side_of_entity(reading, pl_reading_speaker(reading, verb));
        pl_delegates_add(search->reading, search->talks, party, entity, PL_DELEGATION_ABSENT,
                         (PlSlice){0}, words);
        return;
    }
    PlSides sides = pl_sides_at(reading, subject);
    for (uint32_t i = 0; i < sides.n; i++)
        pl_delegates_add(search->reading, search->talks, sides.party[i], -1, PL_DELEGATION_ABSENT,
                         (PlSlice){0}, words);
}

static uint32_t governing_verb(const Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    int32_t head = reading->syntax->head_tok[tok];
    bool governed = reading->syntax->deprel[tok] == PL_DEPREL_xcomp && head >= 0;
    return governed ? (uint32_t)head : tok;
}

/* "would not attend the talks", "declined to participate", "skipped the meeting" */
static void at_absence(Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    PlSlice lemma = reading->syntax->lemma[tok];
    bool shuns = pl_word_in(lemma, "skip|boycott|snub|shun|avoid") &&
                 pl_delegates_talks_near(search->reading, tok);
    bool stays = is_attending(search, tok) && pl_reading_is_negated(reading, tok) &&
                 (pl_delegates_talks_near(search->reading, tok) ||
                  pl_word_in(lemma, "participate|attend|take"));
    shuns |= pl_slice_is(lemma, "stay") && tok + 1 < reading->tokens->n_tokens &&
             pl_reading_is(reading, tok + 1, "away");
    shuns |= pl_slice_is(lemma, "miss") && pl_delegates_talks_near(search->reading, tok);
    bool declines = false;
    uint32_t verb = tok;
    if (is_attending(search, tok)) {
        verb = governing_verb(search, tok);
        declines = verb != tok && pl_word_in(reading->syntax->lemma[verb], "decline|refuse|fail") &&
                   (pl_delegates_talks_near(search->reading, tok) ||
                    pl_word_in(lemma, "participate|attend"));
        PlToks sent = pl_reading_sent(reading, tok);
        if (!declines && tok >= sent.first + 2 && pl_word_in(word_at(search, tok - 1), "to|from") &&
            pl_word_in(reading->syntax->lemma[tok - 2], "decline|refuse|fail")) {
            declines = true;
            verb = tok - 2;
        }
        if (!declines) verb = tok;
    }
    if (!shuns && !stays && !declines) return;
    if (pl_is_past_talk(reading, tok) || (shuns && pl_reading_is_negated(reading, tok))) return;
    PlToks sent = pl_reading_sent(reading, tok);
    /* "criticised X for skipping the talks" */
    uint32_t gerund = declines ? verb : tok;
    bool blamed = reading->syntax->xpos[gerund] == PL_XPOS_VBG && gerund > sent.first &&
                  pl_word_in(word_at(search, gerund - 1), "for|by|over");
    if (blamed) {
        uint32_t first = 0;
        int32_t person = pl_delegates_before(search->reading, gerund, NAME_REACH / 2, &first);
        if (person >= 0)
            pl_delegates_add(search->reading, search->talks,
                             pl_delegates_side_of(search->reading, person), person,
                             PL_DELEGATION_ABSENT, (PlSlice){0}, (PlToks){first, tok + 1});
        return;
    }
    int32_t subject = pl_reading_subject(reading, verb);
    if (subject < 0 && verb != tok) subject = pl_reading_subject(reading, tok);
    if (subject >= 0 && (uint32_t)subject < tok) push_absent(search, (uint32_t)subject, tok);
}

/* "the absence of their presidents": of each party's, as far as the report names them. */
static void push_absent_officers(Search *search, uint32_t cue, uint32_t noun)
{
    enum { ROLES_SCANNED = 512 };
    const PlReading *reading = search->reading;
    const PlMentions *mentions = reading->mentions;
    PlSlice title = reading->syntax->lemma[noun];
    for (uint32_t i = 0; i < mentions->roles.n && i < ROLES_SCANNED; i++) {
        const PlRole *role = &mentions->roles.items[i];
        if (!pl_slice_equal(role->title, title) || role->status != PL_ROLE_CURRENT) continue;
        int32_t party = pl_delegates_side_of(search->reading, role->entity);
        if (party < 0 || !pl_delegates_is_party(search->talks, party)) continue;
        bool known = false;
        for (uint32_t k = 0; k < search->talks->delegations.n && k < SHARED_ROWS; k++)
            known |= search->talks->delegations.items[k].person == role->entity &&
                     search->talks->delegations.items[k].role == PL_DELEGATION_ABSENT;
        if (!known)
            pl_delegates_add(search->reading, search->talks, party, role->entity,
                             PL_DELEGATION_ABSENT, (PlSlice){0}, (PlToks){cue, noun + 1});
    }
}

/* "the absence of X" */
static void at_absence_noun(Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, tok);
    if (!pl_word_in(word_at(search, tok), "absence|no-show|boycott")) return;
    if (tok + 1 < sent.end && pl_reading_is(reading, tok + 1, "of")) {
        for (uint32_t i = tok + 2; i < sent.end && i < tok + NAME_REACH; i++) {
            if (pl_reading_is_boundary(reading, i) || pl_reading_is_verb(reading, i)) return;
            if (pl_word_in(word_at(search, i), "presidents|ministers|leaders|premiers|chiefs") &&
                pl_word_in(word_at(search, i - 1), "respective|their|both|two")) {
                push_absent_officers(search, tok, i);
                return;
            }
            const PlMention *mention = pl_delegates_mention(search->reading, i);
            if (!mention || mention->entity < 0 ||
                !pl_delegates_is_named(search->reading, mention->entity))
                continue;
            pl_delegates_add(search->reading, search->talks,
                             pl_delegates_side_of(search->reading, mention->entity),
                             mention->entity, PL_DELEGATION_ABSENT, (PlSlice){0},
                             (PlToks){tok, mention->end_tok});
            return;
        }
        return;
    }
    if (tok >= sent.first + 2 && pl_word_in(word_at(search, tok - 1), "'s|’s")) {
        int32_t entity = pl_side_entity_at(reading, tok - 2);
        if (pl_delegates_is_named(search->reading, entity))
            pl_delegates_add(search->reading, search->talks,
                             pl_delegates_side_of(search->reading, entity), entity,
                             PL_DELEGATION_ABSENT, (PlSlice){0}, (PlToks){tok - 2, tok + 1});
    }
}

void pl_absences_find(const PlReading *reading, PlTalks *talks, uint32_t tok)
{
    Search search = {.reading = reading, .talks = talks};
    at_absence_noun(&search, tok);
    if (pl_reading_is_verb(reading, tok)) at_absence(&search, tok);
}
