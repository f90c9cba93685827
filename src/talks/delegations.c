#include "talks/delegations.h"

#include "talks/absences.h"
#include "talks/delegate_titles.h"
#include "talks/delegates.h"
#include "talks/envoys.h"
#include "talks/hosts.h"
#include "talks/past_talks.h"
#include "talks/representatives.h"
#include "talks/sides.h"
#include "talks/table_heads.h"

enum {
    LED_REACH = 8,     /* tokens between "delegation" and "led by" */
    NAME_REACH = 14,   /* tokens from a cue to the name */
    LIST_REACH = 60,   /* tokens of a list of members */
    LEVEL_REACH = 5,   /* tokens from a level to its noun */
    SENDER_REACH = 16, /* tokens from "sending" back to who sends */
    SHARED_ROWS = 256  /* rows that are looked through for the same person */
};

const char *const pl_delegation_role_names[PL_N_DELEGATION_ROLES] = {
    "head", "member", "envoy", "mediator", "host", "absent", "body"};

typedef struct Search {
    const PlReading *reading;
    PlTalks *talks;
    uint32_t kind_column;
    int32_t last_party; /* of the last delegation named, for "other members include" */
    uint32_t last_sent;
    int32_t named_party; /* of the last delegation whose party is said; see last_sent */
} Search;

static PlSlice word_at(const Search *search, uint32_t tok)
{
    return search->reading->tokens->lower[tok];
}

/* A report says of whom somebody is the minister: what else it says of their side is a guess. */
static bool is_placed(const Search *search, int32_t person)
{
    enum { ROLES_SCANNED = 512 };
    const PlMentions *mentions = search->reading->mentions;
    for (uint32_t i = 0; i < mentions->roles.n && i < ROLES_SCANNED; i++)
        if (mentions->roles.items[i].entity == person && mentions->roles.items[i].of_entity >= 0)
            return true;
    return false;
}

/* The party of the one who leads "the delegation", which may be the one named last. */
static int32_t party_of_leader(const Search *search, uint32_t noun, int32_t person)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    bool definite = noun > sent.first && pl_reading_is(reading, noun - 1, "the");
    bool near = reading->tokens->sent[noun] <= search->last_sent + 3;
    if (definite && near && search->named_party >= 0 && !is_placed(search, person))
        return search->named_party;
    return pl_delegates_side_of(search->reading, person);
}

static PlToks between(uint32_t a, uint32_t b)
{
    return a < b ? (PlToks){a, b} : (PlToks){b, a};
}

/* ---- delegations as bodies ---- */

static PlLexiconHit body_at(const Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    return pl_lexicon_match(reading->model->delegations, reading->tokens, reading->syntax, tok);
}

static bool is_kind(const Search *search, PlLexiconHit hit, const char *kind)
{
    return hit.row >= 0 && pl_slice_is(pl_lexicon_cell(search->reading->model->delegations, hit.row,
                                                       search->kind_column),
                                       kind);
}

/* The one word at `tok` is a noun for a body that is sent. */
static bool is_body(const Search *search, uint32_t tok)
{
    return pl_word_in(search->reading->syntax->lemma[tok], "delegation|team");
}

/* The side of the name nearest before `tok`, in its sentence. */
static int32_t side_before(const Search *search, uint32_t tok)
{
    PlToks sent = pl_reading_sent(search->reading, tok);
    for (uint32_t k = 1; k <= SENDER_REACH && tok >= sent.first + k; k++) {
        const PlMention *mention = pl_delegates_mention(search->reading, tok - k);
        if (!mention || mention->kind != PL_MENTION_NAME || mention->entity < 0) continue;
        int32_t party = pl_side_of_entity(search->reading, mention->entity);
        if (party >= 0 && !pl_delegates_is_person(search->reading, party)) return party;
    }
    return -1;
}

/* "On the Velian side, the delegation", "Velia sent a team", "the union's team". */
static int32_t party_of_body(const Search *search, uint32_t noun)
{
    const PlReading *reading = search->reading;
    PlSides sides = pl_sides_of_owner(reading, noun);
    if (sides.n) return sides.party[0];
    PlToks sent = pl_reading_sent(reading, noun);
    if (noun + 2 < sent.end && pl_word_in(word_at(search, noun + 1), "from|of")) {
        for (uint32_t i = noun + 2; i < sent.end && i < noun + 7; i++) {
            if (pl_reading_is_boundary(reading, i)) break;
            const PlMention *mention = pl_delegates_mention(search->reading, i);
            if (!mention || mention->kind != PL_MENTION_NAME) continue;
            int32_t party = pl_side_of_entity(reading, mention->entity);
            if (party >= 0) return party;
        }
    }
    for (uint32_t k = 1; k <= LED_REACH + 4 && noun >= sent.first + k; k++) {
        uint32_t i = noun - k;
        bool sends = pl_word_in(reading->syntax->lemma[i],
                                "send|dispatch|appoint|name|assemble|announce|form|choose");
        if (!sends) continue;
        PlSides senders = pl_sides_of_verb(reading, i);
        if (senders.n) return senders.party[0];
        bool participle = reading->syntax->xpos[i] == PL_XPOS_VBG;
        int32_t before = participle ? side_before(search, i) : -1;
        if (before >= 0) return before;
    }
    /* "On the ministry's side, the team is led by" */
    for (uint32_t i = sent.first; i < noun && i < sent.first + 6; i++) {
        if (!pl_word_in(word_at(search, i), "side")) continue;
        PlSides topic = pl_sides_of_owner(reading, i);
        if (topic.n) return topic.party[0];
    }
    return -1;
}

static PlSlice level_before(const Search *search, uint32_t noun, uint32_t *first)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    for (uint32_t k = LEVEL_REACH; k >= 1; k--) {
        if (noun < sent.first + k) continue;
        uint32_t i = noun - k;
        PlLexiconHit hit =
            pl_lexicon_match(reading->model->levels, reading->tokens, reading->syntax, i);
        if (hit.row < 0 || i + hit.n_toks > noun) continue;
        bool broken = false;
        for (uint32_t j = i + hit.n_toks; j < noun; j++)
            broken |= reading->syntax->upos[j] == PL_UPOS_VERB ||
                      reading->syntax->upos[j] == PL_UPOS_ADP || pl_reading_is_boundary(reading, j);
        if (broken) continue;
        *first = i;
        return pl_slice_of(reading->tokens->text,
                           pl_reading_span(reading, (PlToks){i, i + hit.n_toks}));
    }
    return (PlSlice){0};
}

static bool is_leading(PlSlice lemma)
{
    return pl_word_in(lemma, "lead|head|chair|lead|helm|front");
}

/* "a team (to Oslo), led by X"; "the delegation is headed by X" */
static void led_by(Search *search, uint32_t noun, uint32_t after, int32_t party)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    for (uint32_t i = after; i + 1 < sent.end && i < after + LED_REACH; i++) {
        if (!pl_word_in(word_at(search, i), "led|headed|chaired|fronted|spearheaded") ||
            !pl_word_in(word_at(search, i + 1), "by"))
            continue;
        uint32_t end = 0;
        int32_t person = pl_delegates_after(search->reading, i, i + 2, &end);
        if (person < 0) return;
        if (party < 0) party = party_of_leader(search, noun, person);
        pl_delegates_add(search->reading, search->talks, party, person, PL_DELEGATION_HEAD,
                         (PlSlice){0}, (PlToks){noun, end});
        search->last_party = party;
        return;
    }
}

/* "appointing X, a former minister, to lead": past what stands in apposition. */
static int32_t appointed(const Search *search, uint32_t verb, uint32_t *first)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, verb);
    if (verb == sent.first || !pl_reading_is(reading, verb - 1, "to")) return -1;
    for (uint32_t k = 2; k <= LED_REACH + SENDER_REACH && verb >= sent.first + k; k++) {
        uint32_t i = verb - k;
        if (!pl_word_in(reading->syntax->lemma[i],
                        "appoint|name|choose|pick|send|tap|select|nominate"))
            continue;
        uint32_t end = 0;
        *first = i;
        return pl_delegates_after(search->reading, i, i + 1, &end);
    }
    return -1;
}

/* "X leads the delegation", "leading the delegation is X", "appointed X to lead the side" */
static void leads_body(Search *search, uint32_t noun, uint32_t end_noun, int32_t party)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, noun);
    for (uint32_t k = 1; k <= LED_REACH && noun >= sent.first + k; k++) {
        uint32_t verb = noun - k;
        if (pl_slice_is(reading->tokens->form[verb], ",")) return;
        if (!is_leading(reading->syntax->lemma[verb]) || reading->syntax->upos[verb] == PL_UPOS_ADJ)
            continue;
        /* who chairs talks does not head a side in them */
        if (party < 0 && pl_is_talk_noun(reading, noun) &&
            pl_reading_lemma_is(reading, verb, "chair"))
            return;
        if (verb + 1 < noun && pl_word_in(word_at(search, verb + 1), "by|of")) return;
        uint32_t edge = verb;
        int32_t person = -1;
        bool fronted = verb == sent.first && pl_reading_is(reading, verb, "leading");
        if (fronted) {
            uint32_t copula = end_noun;
            while (copula < sent.end && copula < end_noun + LED_REACH &&
                   !pl_reading_lemma_is(reading, copula, "be"))
                copula++;
            if (copula + 1 < sent.end)
                person = pl_delegates_after(search->reading, copula, copula + 1, &edge);
        } else {
            /* "appointing X, a former minister, to lead": past the apposition. */
            person = appointed(search, verb, &edge);
            if (person < 0) person = pl_delegates_subject(search->reading, verb, &edge);
            if (!pl_delegates_is_named(search->reading, person))
                person = pl_delegates_before(search->reading, verb, NAME_REACH, &edge);
        }
        if (person < 0 || !pl_delegates_is_named(search->reading, person)) return;
        if (party < 0) party = party_of_leader(search, noun, person);
        PlToks words = fronted ? (PlToks){verb, edge} : between(edge, end_noun);
        pl_delegates_add(search->reading, search->talks, party, person, PL_DELEGATION_HEAD,
                         (PlSlice){0}, words);
        search->last_party = party;
        return;
    }
}

/* ---- members ---- */

/* A, B and C from `tok` on, in the cue's sentence or, after a colon that ends it, in the next. */
static void members_from(Search *search, uint32_t cue, uint32_t tok, int32_t party)
{
    const PlReading *reading = search->reading;
    bool after_colon = tok < reading->tokens->n_tokens && pl_reading_is(reading, tok - 1, ":");
    PlToks sent = pl_reading_sent(reading, after_colon ? tok : cue);
    int32_t last = -1;
    for (uint32_t i = tok; i < sent.end && i < tok + LIST_REACH; i++) {
        if (pl_slice_is(reading->tokens->form[i], ";") && i > tok + LIST_REACH / 2) return;
        if (pl_reading_is_verb(reading, i) && reading->syntax->xpos[i] != PL_XPOS_VBN) return;
        const PlMention *mention = pl_delegates_mention(search->reading, i);
        if (!mention || mention->entity < 0 || mention->entity == last) continue;
        if (!pl_delegates_is_named(search->reading, mention->entity) ||
            mention->kind != PL_MENTION_NAME)
            continue;
        last = mention->entity;
        int32_t side = party >= 0 ? party : pl_delegates_side_of(search->reading, last);
        pl_delegates_add(search->reading, search->talks, side, last, PL_DELEGATION_MEMBER,
                         (PlSlice){0},
                         last >= 0 && i == tok ? (PlToks){cue, mention->end_tok}
                                               : (PlToks){mention->first_tok, mention->end_tok});
    }
}

/* Where the list of those in `body` begins, 0 = nowhere: its verb is looked for from `first` on.
 * `copula`: "the members are A and B" counts. */
static uint32_t list_verb(const Search *search, uint32_t body, uint32_t first, bool copula)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, body);
    for (uint32_t i = first; i < sent.end && i < first + LED_REACH; i++) {
        if (pl_word_in(reading->syntax->lemma[i], "include|comprise|number")) return i + 1;
        if (copula && pl_reading_lemma_is(reading, i, "be") && i + 1 < sent.end &&
            !pl_reading_is_verb(reading, i + 1) && !is_leading(reading->syntax->lemma[i + 1]))
            return i + 1;
        if (i + 1 < sent.end && pl_reading_is(reading, i + 1, "of") &&
            pl_word_in(word_at(search, i), "consists|consisting|consist|made|composed|up"))
            return i + 2;
        if (pl_slice_is(reading->tokens->form[i], ":")) return i + 1;
        if (pl_slice_is(reading->tokens->form[i], ",")) continue;
        if (pl_reading_is_boundary(reading, i)) return 0;
    }
    return 0;
}

/* "Other members include A, B and C" */
static void at_members(Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    if (!pl_word_in(word_at(search, tok), "members|delegates|negotiators|representatives")) return;
    uint32_t start = list_verb(search, tok, tok + 1, true);
    if (start == 0) return;
    PlSides sides = pl_sides_of_owner(reading, tok);
    int32_t party = sides.n ? sides.party[0] : -1;
    bool near = reading->tokens->sent[tok] <= search->last_sent + 2;
    if (party < 0 && near) party = search->last_party;
    if (party < 0 && !near) return;
    members_from(search, tok, start, party);
}

/* The named person whose apposition the noun at `tok` stands in, however long it is: "Ana Ruiz, a
 * former director and former member of"; -1 = none. */
static int32_t person_described(const Search *search, uint32_t tok, uint32_t *first)
{
    enum { CLIMB = 4 };
    const PlReading *reading = search->reading;
    int32_t at = (int32_t)tok;
    for (uint32_t i = 0; i < CLIMB && at >= 0; i++) {
        uint8_t deprel = reading->syntax->deprel[at];
        if (deprel != PL_DEPREL_conj && deprel != PL_DEPREL_appos) return -1;
        at = reading->syntax->head_tok[at];
        const PlMention *mention =
            at < 0 ? NULL : pl_delegates_mention(search->reading, (uint32_t)at);
        if (!mention || mention->entity < 0 ||
            !pl_delegates_is_named(search->reading, mention->entity))
            continue;
        *first = mention->first_tok;
        return mention->entity;
    }
    return -1;
}

/* "X, a member of the Velian delegation", "X is part of the team", "the head of the Velian
 * delegation, X" */
static void at_membership(Search *search, uint32_t body, uint32_t end_body, int32_t party)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, body);
    for (uint32_t k = 2; k <= 7 && body >= sent.first + k; k++) {
        uint32_t i = body - k;
        bool heads = pl_word_in(word_at(search, i), "head|leader|chief|chairman|chairwoman|chair");
        if (!heads && !pl_word_in(word_at(search, i), "member|delegate|negotiator|part")) continue;
        if (!pl_word_in(word_at(search, i + 1), "of|in|on")) return;
        uint32_t edge = i;
        int32_t person = person_described(search, i, &edge);
        if (person < 0) person = pl_delegates_before(search->reading, i, LED_REACH, &edge);
        PlToks words = {edge, end_body};
        if (person < 0 && pl_word_in(word_at(search, i), "part")) {
            int32_t head = reading->syntax->head_tok[i];
            bool predicate = head < 0 || reading->syntax->deprel[i] != PL_DEPREL_nmod;
            if (predicate) person = pl_delegates_subject(search->reading, i, &edge);
            words.first = edge;
        }
        if (person < 0 && end_body < sent.end) {
            person = pl_delegates_after(search->reading, body, end_body, &edge);
            words = (PlToks){i, edge};
        }
        if (person < 0 || !pl_delegates_is_named(search->reading, person)) return;
        int32_t side = party >= 0 ? party : pl_delegates_side_of(search->reading, person);
        pl_delegates_add(search->reading, search->talks, side, person,
                         heads ? PL_DELEGATION_HEAD : PL_DELEGATION_MEMBER, (PlSlice){0}, words);
        return;
    }
}

/* ---- one body in the text ---- */

/* "the leadership team": one that is sent nowhere. */
static bool is_other_team(const Search *search, uint32_t tok)
{
    PlToks sent = pl_reading_sent(search->reading, tok);
    return pl_reading_lemma_is(search->reading, tok, "team") && tok > sent.first &&
           pl_word_in(word_at(search, tok - 1),
                      "leadership|legal|security|management|campaign|transition|football|national|"
                      "medical|rescue|sales|research|news|investigative|policy|communications");
}

static void at_body(Search *search, uint32_t tok, uint32_t n_toks)
{
    const PlReading *reading = search->reading;
    uint32_t end = tok + n_toks;
    uint32_t noun = end - 1;
    if (pl_is_past_talk(reading, noun) || is_other_team(search, tok)) return;
    int32_t party = party_of_body(search, tok);
    uint32_t first = tok;
    PlSlice level = level_before(search, tok, &first);
    bool loose = pl_reading_lemma_is(reading, tok, "team") || n_toks > 2;
    uint32_t n_before = search->talks->delegations.n;
    led_by(search, tok, end, party);
    leads_body(search, tok, end, party);
    at_membership(search, tok, end, party);
    if (party < 0 && search->talks->delegations.n > n_before)
        party = search->talks->delegations.items[n_before].party; /* of the one who heads it */
    if (party >= 0 || !loose) {
        search->last_party = party;
        search->last_sent = reading->tokens->sent[tok];
        if (party >= 0) search->named_party = party;
    }
    if (level.len && (party >= 0 || !loose))
        pl_delegates_add(search->reading, search->talks, party, -1, PL_DELEGATION_BODY, level,
                         (PlToks){first, end});
    if (pl_reading_is(reading, noun, "delegation") || n_toks > 1 || party >= 0) {
        uint32_t start = list_verb(search, tok, end, false);
        if (start) members_from(search, tok, start, party);
    }
}

/* "to lead the Velian side" */
static void at_side(Search *search, uint32_t tok)
{
    if (!pl_word_in(word_at(search, tok), "side|negotiators|negotiations|talks")) return;
    PlSides sides = pl_sides_of_owner(search->reading, tok);
    bool side = pl_reading_is(search->reading, tok, "side");
    if ((side && sides.n == 0) || pl_is_past_talk(search->reading, tok)) return;
    leads_body(search, tok, tok + 1, sides.n ? sides.party[0] : -1);
}

/* ---- from the rows found ---- */

/* "led by X, who was joined by A and B": those beside the one who heads a side are its members. */
static void at_companions(Search *search, uint32_t tok)
{
    const PlReading *reading = search->reading;
    PlToks sent = pl_reading_sent(reading, tok);
    if (!pl_word_in(word_at(search, tok), "joined|accompanied|flanked|assisted") ||
        tok + 2 >= sent.end || !pl_reading_is(reading, tok + 1, "by"))
        return;
    uint32_t first = tok;
    int32_t person = pl_delegates_subject(search->reading, tok, &first);
    for (uint32_t i = 0; i < search->talks->delegations.n && i < SHARED_ROWS; i++) {
        const PlDelegation *row = &search->talks->delegations.items[i];
        if (person < 0 || row->person != person || row->role != PL_DELEGATION_HEAD) continue;
        members_from(search, tok, tok + 2, row->party);
        return;
    }
}

/* A row that does not say for whom somebody goes learns it from one that does. */
static void share_parties(Search *search)
{
    PlTalks *talks = search->talks;
    for (uint32_t i = 0; i < talks->delegations.n; i++) {
        PlDelegation *row = &talks->delegations.items[i];
        if (row->party >= 0 || row->person < 0) continue;
        for (uint32_t k = 0; k < talks->delegations.n && k < SHARED_ROWS && row->party < 0; k++)
            if (talks->delegations.items[k].person == row->person)
                row->party = talks->delegations.items[k].party;
    }
}

void pl_delegations_find(const PlReading *reading, PlTalks *talks)
{
    Search search = {.reading = reading,
                     .talks = talks,
                     .kind_column =
                         pl_table_column(pl_lexicon_table(reading->model->delegations), "kind"),
                     .last_party = -1,
                     .named_party = -1};
    const PlTokens *tokens = reading->tokens;
    for (uint32_t i = 0; i < tokens->n_tokens; i++) {
        if (tokens->flags[i] & PL_TOK_PUNCT) continue;
        at_members(&search, i);
        PlLexiconHit hit = body_at(&search, i);
        /* "the delegation headed by" is no "delegation head" */
        if (hit.n_toks == 2 && reading->syntax->upos[i + 1] == PL_UPOS_VERB && is_body(&search, i))
            hit.n_toks = 0;
        if (hit.n_toks == 0 && hit.row >= 0)
            at_body(&search, i, 1);
        else if (is_kind(&search, hit, "body") &&
                 reading->syntax->upos[i + hit.n_toks - 1] != PL_UPOS_VERB)
            at_body(&search, i, hit.n_toks);
        else if (is_kind(&search, hit, "chief"))
            pl_delegate_titles_find(reading, talks, i, hit.n_toks, PL_DELEGATION_HEAD);
        else if (is_kind(&search, hit, "envoy"))
            pl_delegate_titles_find(reading, talks, i, hit.n_toks, PL_DELEGATION_ENVOY);
        else if (is_kind(&search, hit, "mediator"))
            pl_delegate_titles_find(reading, talks, i, hit.n_toks, PL_DELEGATION_MEDIATOR);
        else if (!pl_delegate_titles_find_split(reading, talks, i))
            at_side(&search, i);
        if (hit.n_toks > 1) {
            i += hit.n_toks - 1;
            continue;
        }
        pl_absences_find(reading, talks, i);
        if (!pl_reading_is_verb(reading, i) && !pl_reading_is(reading, i, "due")) continue;
        pl_hosts_find(reading, talks, i);
        pl_representatives_find(reading, talks, i);
        pl_envoys_find_sent(reading, talks, i);
        at_companions(&search, i);
    }
    /* Who leads and who stays away must be known before a traveller is taken for an envoy. */
    for (uint32_t i = 0; i < tokens->n_tokens; i++)
        pl_envoys_find_traveller(reading, talks, i);
    pl_table_heads_find(reading, talks);
    pl_hosts_add_bodies(reading, talks);
    share_parties(&search);
    pl_hosts_drop_partial(reading, talks);
}
