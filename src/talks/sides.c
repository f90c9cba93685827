#include "talks/sides.h"

#include "talks/bodies.h"

enum {
    AGENT_REACH = 6, /* tokens from a verb to its "by" */
    OWNER_REACH = 5, /* tokens from a possessive or an adjective of nationality to its noun */
    ROLES_SCANNED = 512,
    ENTITIES_SCANNED = 512
};

static const PlEntity *entity_of(const PlReading *reading, int32_t entity)
{
    return entity < 0 ? NULL : &reading->mentions->entities.items[entity];
}

/* The body that a person's role is in: "head of the drivers' union". */
static int32_t body_of_person(const PlReading *reading, int32_t person)
{
    const PlMentions *mentions = reading->mentions;
    for (uint32_t i = 0; i < mentions->roles.n && i < ROLES_SCANNED; i++) {
        const PlRole *role = &mentions->roles.items[i];
        if (role->entity != person || role->of_entity < 0 || role->of_entity == person) continue;
        if (role->status == PL_ROLE_FORMER) continue;
        const PlEntity *of = entity_of(reading, role->of_entity);
        if (of->type == PL_ENTITY_ORG || of->is_state) return role->of_entity;
    }
    return -1;
}

typedef enum PlSector { SECTOR_STATE, SECTOR_OWN, SECTOR_PRESS } PlSector;

/* A ministry speaks for its state; a party, a union, a company or an armed group for itself. The
 * sector stands in the CAMEO code after the country. */
static PlSector sector_of(const PlEntity *entity)
{
    static const char *const states[] = {"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "ELI"};
    PlSlice code = entity->code;
    if (pl_slice_find(code, PL_SLICE("MED")) >= 0) return SECTOR_PRESS;
    /* "the Oslo-based institute" is where it is, not whose */
    if (!entity->is_named && pl_slice_find(entity->name, PL_SLICE("-based")) >= 0)
        return SECTOR_OWN;
    /* an association of a country's farmers is not the country */
    if (entity->country.len && pl_slice_equal(code, entity->country))
        return entity->type == PL_ENTITY_ORG && entity->is_named ? SECTOR_OWN : SECTOR_STATE;
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (pl_slice_find(code, pl_slice(states[i])) >= 0) return SECTOR_STATE;
    return code.len ? SECTOR_OWN : SECTOR_STATE;
}

static bool has_word(PlSlice phrase, const char *list)
{
    PlSlice word;
    while (pl_slice_next(&phrase, ' ', &word))
        if (pl_word_in(word, list)) return true;
    return false;
}

/* The report gives the person a title with a word of `list`. */
static bool has_title(const PlReading *reading, int32_t person, const char *list)
{
    const PlMentions *mentions = reading->mentions;
    for (uint32_t i = 0; i < mentions->roles.n && i < ROLES_SCANNED; i++)
        if (mentions->roles.items[i].entity == person &&
            has_word(mentions->roles.items[i].title, list))
            return true;
    return false;
}

/* An office from which one takes a stance. */
static bool has_office(const PlReading *reading, int32_t person)
{
    return has_title(reading, person,
                     "president|minister|premier|chancellor|king|prince|emir|senator|speaker|"
                     "leader|chief|head|secretary|negotiator|governor|mayor|representative|"
                     "congressman|congresswoman|lawmaker|general|commander|envoy|ambassador|"
                     "chairman|chairwoman|chair|candidate|spokesman|spokeswoman|spokesperson|"
                     "deputy|pope|commissioner|director-general|mediator|executive|ceo|aide|"
                     "adviser|advisor|official");
}

/* Somebody who looks on: an analyst speaks for no side, whatever their country. */
static bool is_outsider(const PlReading *reading, int32_t person)
{
    return has_title(reading, person,
                     "analyst|expert|professor|scholar|researcher|fellow|historian|economist|"
                     "journalist|reporter|correspondent|author|columnist|editor|lecturer|"
                     "resident|student|activist") &&
           !has_office(reading, person);
}

/* "its Western allies", "the company": a body without a name that takes a stance, unlike
 * "observers", "both sides" or "their administration". */
static bool is_collective(PlSlice name)
{
    bool found = false;
    uint32_t n_words = 0;
    bool owned = false;
    PlSlice word;
    while (pl_slice_next(&name, ' ', &word)) {
        owned |= n_words++ == 0 && pl_word_in(word, "its|their|his|her|our|that|a|an|some|many|no");
        if (pl_word_in(word, "sides|side|parties|party|either|both|two|next|previous"))
            return false;
        found |= pl_word_in(word, "allies|workers|unions|rebels|leaders|lawmakers|nations|states|"
                                  "powers|countries|governments|insurgents|separatists|employers|"
                                  "teachers|nurses|doctors|drivers|miners|farmers|pilots|"
                                  "protesters|creditors|hardliners|opposition|negotiators|"
                                  "senators|deputies|settlers|company|union|management|employer|"
                                  "Company|Union|Employers|Rebels|Workers|government|Leaders|"
                                  "Lawmakers|Teachers|Nurses|Doctors|Farmers|Allies|Opposition");
    }
    return found && (!owned || n_words > 2);
}

/* Somebody from a parliament, a party, a union, a company, an armed group: by the CAMEO code. */
static bool is_partisan(const PlEntity *entity)
{
    static const char *const own[] = {"OPP", "PTY", "LEG", "REB", "BUS", "LAB", "AGR", "NGO", "CVL",
                                      "EDU", "HLH", "REL", "SEP", "UAF", "PRM", "INS", "MNC"};
    PlSlice code = entity->code;
    if (code.len < 6) return pl_slice_is(code, "LEG");
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (pl_slice_equal((PlSlice){code.ptr + 3, 3}, pl_slice(own[i]))) return true;
    return false;
}

static bool starts_with(PlSlice name, PlSlice word)
{
    return name.len >= word.len && pl_slice_equal((PlSlice){name.ptr, word.len}, word);
}

/* "the Liberal leader": the party whose name begins so. */
static int32_t party_called(const PlReading *reading, PlSlice word)
{
    for (uint32_t i = 0; i < reading->mentions->entities.n && i < ENTITIES_SCANNED; i++) {
        const PlEntity *other = entity_of(reading, (int32_t)i);
        bool coded = pl_slice_find(other->code, PL_SLICE("PTY")) >= 0;
        bool known = coded || (other->country.len == 0 &&
                               (other->type == PL_ENTITY_NORP ||
                                has_word(other->name, "Party|Alliance|Coalition|League|Bloc|List|"
                                                      "Movement|Democrats|Left|Union")));
        bool party = (other->type == PL_ENTITY_ORG || other->type == PL_ENTITY_NORP) &&
                     other->is_named && !other->is_state && known;
        bool longer = other->name.len > word.len + 1 && other->name.ptr[word.len] == ' ';
        bool plural = other->name.len == word.len + 1 && other->name.ptr[word.len] == 's';
        if (party && (longer || plural) && starts_with(other->name, word)) return (int32_t)i;
    }
    return -1;
}

/* The party that stands in what a report says of somebody: "several Republican contenders", "the
 * speaker, an Ohio Republican". -1 = none. */
static int32_t party_in_description(const PlReading *reading, int32_t person)
{
    enum { MENTIONS_SCANNED = 4096 };
    const PlMentions *mentions = reading->mentions;
    for (uint32_t m = 0; m < mentions->mentions.n && m < MENTIONS_SCANNED; m++) {
        const PlMention *mention = &mentions->mentions.items[m];
        if (mention->entity != person || mention->kind == PL_MENTION_PRONOUN) continue;
        uint32_t head = mention->end_tok - 1;
        PlToks near = {mention->first_tok > 3 ? mention->first_tok - 3 : 0, mention->end_tok};
        int32_t appos = pl_reading_child(reading, mention->first_tok, PL_DEPREL_appos);
        if (appos < 0) appos = pl_reading_child(reading, head, PL_DEPREL_appos);
        if (appos >= 0) near.end = (uint32_t)appos + 1;
        PlToks sent = pl_reading_sent(reading, head);
        if (near.first < sent.first) near.first = sent.first;
        for (uint32_t i = near.first; i < near.end && i < near.first + PL_READING_REACH; i++) {
            int32_t inside = reading->name_of_tok[i];
            if (inside < 0) continue;
            int32_t other = mentions->mentions.items[inside].entity;
            if (other < 0 || other == person) continue;
            PlSlice code = entity_of(reading, other)->code;
            if (entity_of(reading, other)->type == PL_ENTITY_MISC) {
                int32_t called = party_called(reading, entity_of(reading, other)->name);
                if (called >= 0) return called;
            }
            if (pl_slice_find(code, PL_SLICE("PTY")) >= 0 ||
                pl_slice_find(code, PL_SLICE("OPP")) >= 0 ||
                pl_slice_find(code, PL_SLICE("REB")) >= 0)
                return other;
        }
    }
    return -1;
}

/* "Liberal leader Ana Ruiz": the party of whose name the word before the title is a part. */
static int32_t party_before_title(const PlReading *reading, int32_t person)
{
    enum { MENTIONS_SCANNED = 1024, WORDS_BEFORE = 4 };
    const PlMentions *mentions = reading->mentions;
    for (uint32_t m = 0; m < mentions->mentions.n && m < MENTIONS_SCANNED; m++) {
        const PlMention *mention = &mentions->mentions.items[m];
        if (mention->entity != person || mention->kind != PL_MENTION_NAME) continue;
        PlToks sent = pl_reading_sent(reading, mention->first_tok);
        for (uint32_t k = 1; k <= WORDS_BEFORE && mention->first_tok >= sent.first + k; k++) {
            uint32_t i = mention->first_tok - k;
            PlSlice form = reading->tokens->form[i];
            if (reading->tokens->flags[i] & PL_TOK_PUNCT) break;
            if (form.len < 4 || form.ptr[0] < 'A' || form.ptr[0] > 'Z') continue;
            int32_t party = party_called(reading, form);
            if (party >= 0) return party;
        }
    }
    return -1;
}

/* "Ana Ruiz, the union's president", "Ana Ruiz, chief negotiator for the company": the body without
 * its name in what stands after theirs. */
static int32_t body_after_name(const PlReading *reading, int32_t person)
{
    enum { MENTIONS_SCANNED = 1024, REACH = 9 };
    const PlMentions *mentions = reading->mentions;
    for (uint32_t m = 0; m < mentions->mentions.n && m < MENTIONS_SCANNED; m++) {
        const PlMention *mention = &mentions->mentions.items[m];
        if (mention->entity != person || mention->kind != PL_MENTION_NAME) continue;
        uint32_t comma = mention->end_tok;
        PlToks sent = pl_reading_sent(reading, mention->first_tok);
        if (comma >= sent.end || !pl_slice_is(reading->tokens->form[comma], ",")) continue;
        for (uint32_t i = comma + 1; i < sent.end && i < comma + REACH; i++) {
            if (pl_reading_is_boundary(reading, i) || pl_reading_is_verb(reading, i)) break;
            bool definite = pl_word_in(reading->tokens->lower[i - 1], "the|its|their");
            int32_t body = definite ? pl_body_named(reading, i) : -1;
            if (body >= 0) return body;
        }
    }
    return -1;
}

/* Who is no state but has a side of its own name: the Union of Europe, the West. */
static int32_t bloc_of(const PlReading *reading, PlSlice country)
{
    int32_t found = -1;
    for (uint32_t i = 0; country.len && i < reading->mentions->entities.n && i < ENTITIES_SCANNED;
         i++) {
        const PlEntity *other = entity_of(reading, (int32_t)i);
        if (other->type == PL_ENTITY_PER || !other->is_named) continue;
        if (!pl_slice_equal(other->country, country) || !pl_slice_equal(other->code, country))
            continue;
        if (found < 0 || other->type == PL_ENTITY_ORG) found = (int32_t)i;
        if (other->type == PL_ENTITY_ORG) break;
    }
    return found;
}

/* Somebody whom the report names again and again without saying who they are: readers know. */
static bool is_prominent(const PlReading *reading, int32_t person)
{
    enum { OFTEN = 4, SCANNED = 4096 };
    uint32_t n = 0;
    for (uint32_t m = 0; m < reading->mentions->mentions.n && m < SCANNED && n < OFTEN; m++) {
        const PlMention *mention = &reading->mentions->mentions.items[m];
        n += mention->entity == person && mention->kind == PL_MENTION_NAME;
    }
    return n == OFTEN;
}

static int32_t side_of_partisan(const PlReading *reading, int32_t entity)
{
    const PlEntity *e = entity_of(reading, entity);
    int32_t party = party_in_description(reading, entity);
    if (party < 0) {
        party = body_of_person(reading, entity);
        /* a member speaks for no parliament */
        if (party >= 0 && (entity_of(reading, party)->is_state ||
                           pl_slice_find(entity_of(reading, party)->code, PL_SLICE("LEG")) >= 0))
            party = -1;
    }
    if (party >= 0) return party;
    if (e->is_group) return is_collective(e->name) ? entity : -1;
    return e->is_named && has_office(reading, entity) ? entity : -1;
}

/* Whose aide or envoy somebody is, when that is a person; -1 = nobody's. */
static int32_t chief_of(const PlReading *reading, int32_t person)
{
    const PlMentions *mentions = reading->mentions;
    for (uint32_t i = 0; i < mentions->roles.n && i < ROLES_SCANNED; i++) {
        const PlRole *role = &mentions->roles.items[i];
        if (role->entity != person || role->of_entity < 0 || role->of_entity == person) continue;
        if (role->status == PL_ROLE_FORMER) continue;
        if (entity_of(reading, role->of_entity)->type == PL_ENTITY_PER) return role->of_entity;
    }
    return -1;
}

/* "Minister Ana Ruiz of Velia": the state named right after them, -1 = none. */
static int32_t state_after_name(const PlReading *reading, int32_t person)
{
    enum { SCANNED = 4096 };
    const PlMentions *mentions = reading->mentions;
    for (uint32_t m = 0; m < mentions->mentions.n && m < SCANNED; m++) {
        const PlMention *mention = &mentions->mentions.items[m];
        if (mention->entity != person || mention->kind != PL_MENTION_NAME) continue;
        PlToks sent = pl_reading_sent(reading, mention->first_tok);
        uint32_t of = mention->end_tok;
        if (of + 1 >= sent.end || !pl_reading_is(reading, of, "of")) continue;
        uint32_t name = of + 1 + (pl_reading_is(reading, of + 1, "the") && of + 2 < sent.end);
        int32_t inside = reading->name_of_tok[name];
        if (inside < 0) continue;
        int32_t other = mentions->mentions.items[inside].entity;
        if (other >= 0 && entity_of(reading, other)->is_state) return other;
    }
    return -1;
}

/* "presidential front-runner Ana Ruiz": right before the name. */
static bool is_called_candidate(const PlReading *reading, int32_t person)
{
    enum { MENTIONS_SCANNED = 1024, WORDS_BEFORE = 2 };
    const PlMentions *mentions = reading->mentions;
    for (uint32_t m = 0; m < mentions->mentions.n && m < MENTIONS_SCANNED; m++) {
        const PlMention *mention = &mentions->mentions.items[m];
        if (mention->entity != person || mention->kind != PL_MENTION_NAME) continue;
        PlToks sent = pl_reading_sent(reading, mention->first_tok);
        for (uint32_t k = 1; k <= WORDS_BEFORE && mention->first_tok >= sent.first + k; k++)
            if (pl_word_in(reading->syntax->lemma[mention->first_tok - k],
                           "candidate|contender|front-runner|frontrunner|runner|nominee|hopeful"))
                return true;
    }
    return false;
}

/* Who runs for an office, or governs a province or a city: they do not speak for their state. */
static bool is_below_state(const PlReading *reading, int32_t person)
{
    return is_called_candidate(reading, person) ||
           (has_title(reading, person,
                      "candidate|contender|front-runner|frontrunner|nominee|hopeful|"
                      "challenger|governor|gov|mayor") &&
            !has_title(reading, person,
                       "president|minister|premier|chancellor|king|envoy|"
                       "ambassador|negotiator"));
}

/* All that the report says somebody was, they were before. */
static bool has_left_office(const PlReading *reading, int32_t person)
{
    const PlMentions *mentions = reading->mentions;
    bool former = false;
    for (uint32_t i = 0; i < mentions->roles.n && i < ROLES_SCANNED; i++) {
        const PlRole *role = &mentions->roles.items[i];
        if (role->entity != person) continue;
        if (role->status != PL_ROLE_FORMER) return false;
        former = true;
    }
    return former;
}

static int32_t find_side(const PlReading *reading, int32_t entity)
{
    const PlEntity *e = entity_of(reading, entity);
    if (!e) return -1;
    if (e->type == PL_ENTITY_ORG || e->type == PL_ENTITY_NORP) {
        PlSector sector = sector_of(e);
        if (sector == SECTOR_PRESS) return -1;
        if (sector == SECTOR_OWN) return e->is_named || is_collective(e->name) ? entity : -1;
    }
    if (e->type == PL_ENTITY_PER && is_outsider(reading, entity)) return -1;
    bool one = e->type == PL_ENTITY_PER && !e->is_group;
    bool left =
        one && pl_slice_find(e->code, PL_SLICE("ELI")) >= 0 && has_left_office(reading, entity);
    if (left && !is_called_candidate(reading, entity)) {
        int32_t party = party_in_description(reading, entity);
        return party >= 0 ? party : is_prominent(reading, entity) ? entity : -1;
    }
    if (one && is_below_state(reading, entity)) {
        int32_t party = party_in_description(reading, entity);
        return party >= 0 ? party : e->is_named ? entity : -1;
    }
    bool of_state = has_title(reading, entity,
                              "president|minister|premier|chancellor|king|prince|secretary|"
                              "ambassador|envoy|commissioner|general");
    if (e->type == PL_ENTITY_PER && !e->is_group && !of_state && has_office(reading, entity)) {
        int32_t party = party_before_title(reading, entity);
        if (party >= 0) return party;
    }
    int32_t chief = e->type == PL_ENTITY_PER ? chief_of(reading, entity) : -1;
    if (chief >= 0 && chief_of(reading, chief) < 0) {
        int32_t side = pl_side_of_entity(reading, chief);
        if (side >= 0) return side;
    }
    if (e->type == PL_ENTITY_PER && is_partisan(e)) return side_of_partisan(reading, entity);
    int32_t body = e->type == PL_ENTITY_PER && !e->is_group ? body_of_person(reading, entity) : -1;
    if (body >= 0 && entity_of(reading, body)->type == PL_ENTITY_ORG &&
        entity_of(reading, body)->is_named && sector_of(entity_of(reading, body)) == SECTOR_OWN)
        return body;
    int32_t party = pl_mentions_party_of(reading->mentions, entity);
    bool own_group =
        e->is_group && is_collective(e->name) && pl_slice_find(e->name, PL_SLICE(" of ")) < 0;
    if (party < 0 && e->type == PL_ENTITY_PER && !own_group) party = bloc_of(reading, e->country);
    if (party == entity && !e->is_named && !is_collective(e->name)) return -1;
    if (party >= 0) return party;
    switch (e->type) {
    case PL_ENTITY_PER:
        party = body_of_person(reading, entity);
        if (party < 0) party = party_in_description(reading, entity);
        if (party < 0 && has_office(reading, entity)) party = state_after_name(reading, entity);
        if (party < 0 && !e->is_group) party = body_after_name(reading, entity);
        if (party >= 0) return party;
        if (e->is_group) return is_collective(e->name) ? entity : -1;
        return e->is_named && (has_office(reading, entity) || is_prominent(reading, entity))
                   ? entity
                   : -1;
    case PL_ENTITY_ORG:
    case PL_ENTITY_NORP:
        return entity;
    case PL_ENTITY_LOC:
        return e->is_state || e->is_named ? entity : -1; /* a region, a territory, a city */
    default:
        return -1;
    }
}

int32_t pl_side_of_entity(const PlReading *reading, int32_t entity)
{
    if (entity < 0) return -1;
    int32_t *side = &reading->side_of[entity];
    if (*side == PL_READING_UNKNOWN) *side = find_side(reading, entity);
    return *side;
}

/* The first and the last token of the phrase before and at its head: no relative clause, nothing
 * in apposition. */
static PlToks core_of(const PlReading *reading, uint32_t tok)
{
    PlToks core = {tok, tok + 1};
    PlToks sent = pl_reading_sent(reading, tok);
    uint32_t left = reading->left_tok[tok];
    while (core.first > left && core.first > sent.first && tok - core.first < PL_READING_REACH) {
        uint32_t i = core.first - 1;
        if (pl_reading_is_boundary(reading, i) || pl_reading_is_verb(reading, i)) break;
        core.first = i;
    }
    return core;
}

static bool is_body_noun(PlSlice lemma)
{
    return pl_word_in(lemma, "country|nation|state|government|side|people|party|union|company|"
                             "delegation|team|movement|army|force|ministry|group|member|worker|"
                             "organisation|organization|alliance|administration|cabinet");
}

static bool stands_for_others(const PlReading *reading, uint32_t tok)
{
    return pl_word_in(
        reading->syntax->lemma[tok],
        "government|official|negotiator|delegation|delegate|team|side|leader|"
        "representative|minister|president|spokesman|spokeswoman|spokesperson|envoy|"
        "diplomat|ministry|parliament|army|ally|member|head|chief|worker|union|"
        "company|employer|management|board|authority|regime|administration|force|troop|"
        "military|parliamentarian|lawmaker|state|leadership|camp|embassy|foreign|"
        "secretary|premier|source|aide|adviser|people|nation");
}

/* "Opposition leader Ana Ruiz": the name that the tree hangs from the title. */
static int32_t name_after_title(const PlReading *reading, uint32_t tok)
{
    PlToks sent = pl_reading_sent(reading, tok);
    if (tok + 1 >= sent.end || reading->syntax->upos[tok] != PL_UPOS_NOUN) return -1;
    if (reading->syntax->head_tok[tok + 1] != (int32_t)tok) return -1;
    int32_t name = reading->name_of_tok[tok + 1];
    if (name < 0 || reading->mentions->mentions.items[name].type != PL_ENTITY_PER) return -1;
    return reading->mentions->mentions.items[name].entity;
}

/* "The ministry said it was ready": a body that speaks of "it" speaks of itself, where nothing else
 * is known of the word. */
static int32_t speaking_body(const PlReading *reading, uint32_t tok)
{
    if (!pl_reading_is(reading, tok, "it")) return -1;
    int32_t speaker = pl_reading_speaker(reading, tok);
    if (speaker < 0 || entity_of(reading, speaker)->type == PL_ENTITY_PER) return -1;
    return speaker;
}

int32_t pl_side_entity_at(const PlReading *reading, uint32_t tok)
{
    const PlMentions *mentions = reading->mentions;
    if (reading->in_quotes[tok] && pl_word_in(reading->tokens->lower[tok], "i|we|us|me")) {
        int32_t speaker = reading->speaker[reading->tokens->sent[tok]];
        if (speaker >= 0) return speaker;
    }
    PlToks core = core_of(reading, tok);
    /* "our country wants peace": the speaker's. */
    if (core.end - core.first > 1 && pl_word_in(reading->tokens->lower[core.first], "our|my") &&
        is_body_noun(reading->syntax->lemma[tok])) {
        int32_t speaker = pl_reading_speaker(reading, tok);
        if (speaker >= 0) return speaker;
    }
    bool definite = core.end - core.first == 2 && pl_reading_is(reading, core.first, "the") &&
                    reading->syntax->upos[tok] == PL_UPOS_NOUN;
    int32_t body = definite ? pl_body_named(reading, tok) : -1;
    if (body >= 0) return body;
    int32_t mention = mentions->mention_of_tok[tok];
    if (mention >= 0 && mentions->mentions.items[mention].entity >= 0) {
        const PlMention *m = &mentions->mentions.items[mention];
        /* The longest mention, unless the token is inside and not its head. */
        if (m->end_tok == tok + 1 || m->type == PL_ENTITY_PER || m->kind == PL_MENTION_NAME)
            return m->entity;
    }
    if (reading->syntax->upos[tok] == PL_UPOS_PRON) return speaking_body(reading, tok);
    int32_t titled = name_after_title(reading, tok);
    if (titled >= 0) return titled;
    if (core.end - core.first == 1) body = pl_body_named(reading, tok);
    if (body >= 0) return body;
    /* "several Norwegian groups" are not Norway. */
    if (reading->syntax->upos[tok] == PL_UPOS_NOUN && reading->name_of_tok[tok] < 0 &&
        core.end - core.first > 1 && !stands_for_others(reading, tok))
        return -1;
    return pl_mentions_entity_in(mentions, core.first, core.end);
}

void pl_sides_add(const PlReading *reading, PlSides *sides, int32_t entity)
{
    int32_t party = pl_side_of_entity(reading, entity);
    if (party < 0 || sides->n == PL_SIDES_MAX) return;
    for (uint32_t i = 0; i < sides->n; i++)
        if (sides->party[i] == party) return;
    const PlEntity *e = entity_of(reading, entity);
    sides->party[sides->n] = party;
    sides->holder[sides->n] = e->type == PL_ENTITY_PER && entity != party ? entity : -1;
    sides->n++;
}

/* "negotiators from the ministry", "the government of Velia" */
static int32_t entity_after(const PlReading *reading, uint32_t tok)
{
    PlToks sent = pl_reading_sent(reading, tok);
    if (tok + 1 >= sent.end || !pl_word_in(reading->tokens->lower[tok + 1], "of|from|for|by"))
        return -1;
    uint32_t end = tok + 2;
    while (end < sent.end && end < tok + 8 && !pl_reading_is_boundary(reading, end) &&
           !pl_reading_is_verb(reading, end) && reading->syntax->upos[end] != PL_UPOS_AUX)
        end++;
    for (uint32_t i = tok + 2; i < end; i++)
        if (reading->syntax->upos[i] == PL_UPOS_PROPN) return pl_side_entity_at(reading, i);
    return -1;
}

/* "Norwegian companies" are not Norway. */
static bool is_private(PlSlice lemma)
{
    return pl_word_in(lemma, "company|firm|employer|management|worker|union|board|people|camp");
}

/* "American and Velian officials", "Norway's leaders": those whose officials they are, whomever
 * such words were said of before. */
static bool add_represented(const PlReading *reading, PlSides *sides, uint32_t tok)
{
    if (reading->name_of_tok[tok] >= 0 || reading->syntax->upos[tok] != PL_UPOS_NOUN ||
        !stands_for_others(reading, tok))
        return false;
    PlToks sent = pl_reading_sent(reading, tok);
    uint32_t n_before = sides->n;
    for (uint32_t k = 1; k <= OWNER_REACH + 1 && tok >= sent.first + k; k++) {
        uint32_t i = tok - k;
        uint8_t upos = reading->syntax->upos[i];
        int32_t mention = reading->name_of_tok[i];
        if (mention >= 0) {
            int32_t entity = reading->mentions->mentions.items[mention].entity;
            const PlEntity *of = entity_of(reading, entity);
            /* "European leaders" are not Europe */
            bool bloc =
                of && !of->is_state && of->country.len && pl_slice_equal(of->code, of->country);
            bool foreign = of && of->is_state && is_private(reading->syntax->lemma[tok]);
            if (of && of->type != PL_ENTITY_PER && !bloc && !foreign)
                pl_sides_add(reading, sides, entity);
            continue;
        }
        bool between = upos == PL_UPOS_ADJ || upos == PL_UPOS_CCONJ || upos == PL_UPOS_NOUN ||
                       upos == PL_UPOS_PART || pl_slice_is(reading->tokens->form[i], ",") ||
                       pl_slice_is(reading->tokens->form[i], "-");
        if (!between) break;
    }
    return sides->n > n_before;
}

static void add_phrase(const PlReading *reading, PlSides *sides, uint32_t tok)
{
    if (add_represented(reading, sides, tok)) return;
    int32_t entity = pl_side_entity_at(reading, tok);
    if (pl_side_of_entity(reading, entity) < 0 && stands_for_others(reading, tok)) {
        int32_t after = entity_after(reading, tok);
        if (after >= 0) entity = after;
    }
    pl_sides_add(reading, sides, entity);
}

PlSides pl_sides_at(const PlReading *reading, uint32_t tok)
{
    PlSides sides = {.n = 0};
    add_phrase(reading, &sides, tok);
    int32_t child = reading->children.first[tok];
    for (uint32_t i = 0; child >= 0 && i < PL_READING_CHILDREN; i++) {
        if (reading->syntax->deprel[child] == PL_DEPREL_conj &&
            (pl_reading_is_noun(reading, (uint32_t)child) ||
             reading->syntax->upos[child] == PL_UPOS_PRON))
            add_phrase(reading, &sides, (uint32_t)child);
        child = reading->children.next[child];
    }
    return sides;
}

/* "The government will not pay," the minister said: their own. "The company" is that of somebody
 * who directs one, not of the union's president. */
static bool is_own_body(const PlReading *reading, uint32_t tok)
{
    PlToks core = core_of(reading, tok);
    PlSlice lemma = reading->syntax->lemma[tok];
    PlSlice first = reading->tokens->lower[core.first];
    if (core.end - core.first > 2) return false;
    if (!pl_word_in(lemma, "government|company|firm|union|worker|member|ministry|delegation|team|"
                           "cabinet|management|party|group|movement|alliance|administration|"
                           "people|country|nation|side|organisation|organization"))
        return false;
    if (pl_word_in(first, "our|her|his|their|its|my")) return true;
    if (!pl_word_in(first, "the")) return false;
    if (pl_word_in(lemma, "government|ministry|cabinet|administration|delegation|people"))
        return true;
    int32_t speaker = pl_reading_speaker(reading, tok);
    if (speaker < 0) return false;
    if (pl_word_in(lemma, "company|firm|management"))
        return has_title(reading, speaker, "executive|ceo|director|manager|founder|owner|chairman");
    if (pl_word_in(lemma, "union|worker|member"))
        return has_title(reading, speaker,
                         "president|secretary|leader|organiser|organizer|"
                         "negotiator|steward");
    return false;
}

PlSides pl_sides_of_verb(const PlReading *reading, uint32_t tok)
{
    PlSides sides = {.n = 0};
    int32_t subject = pl_reading_subject(reading, tok);
    if (subject < 0) return sides;
    sides = pl_sides_at(reading, (uint32_t)subject);
    bool named = sides.n && entity_of(reading, sides.party[0])->is_named;
    if (named || !is_own_body(reading, (uint32_t)subject)) return sides;
    int32_t speaker = pl_reading_speaker(reading, (uint32_t)subject);
    PlSides own = {.n = 0};
    pl_sides_add(reading, &own, speaker);
    return own.n ? own : sides;
}

PlSides pl_sides_of_agent(const PlReading *reading, uint32_t tok)
{
    PlSides sides = {.n = 0};
    PlToks sent = pl_reading_sent(reading, tok);
    uint32_t by = tok + 1;
    while (by < sent.end && by <= tok + AGENT_REACH && !pl_reading_is(reading, by, "by")) {
        if (pl_reading_is_boundary(reading, by) || pl_reading_is_verb(reading, by)) return sides;
        by++;
    }
    if (by >= sent.end || by > tok + AGENT_REACH) return sides;
    for (uint32_t i = by + 1; i < sent.end && i < by + 16; i++) {
        if (pl_reading_is_boundary(reading, i) || pl_reading_is_verb(reading, i)) break;
        if (reading->syntax->upos[i] == PL_UPOS_ADP || reading->syntax->upos[i] == PL_UPOS_SCONJ)
            break;
        int32_t mention = reading->mentions->mention_of_tok[i];
        if (mention >= 0 && reading->mentions->mentions.items[mention].end_tok == i + 1)
            pl_sides_add(reading, &sides, reading->mentions->mentions.items[mention].entity);
    }
    return sides;
}

/* "Velia sent its negotiator": what belongs to "its" in the object of a verb belongs to the one who
 * does it, when that is a side and no person. -1 = nobody. */
static int32_t owner_in_clause(const PlReading *reading, uint32_t noun)
{
    enum { CLIMB = 4 };
    int32_t tok = (int32_t)noun;
    for (uint32_t i = 0; i < CLIMB && tok >= 0; i++) {
        uint8_t deprel = reading->syntax->deprel[tok];
        if (deprel == PL_DEPREL_nsubj || deprel == PL_DEPREL_nsubj_pass) return -1;
        tok = reading->syntax->head_tok[tok];
        if (tok < 0 || !pl_reading_is_verb(reading, (uint32_t)tok)) continue;
        int32_t subject = pl_reading_subject(reading, (uint32_t)tok);
        if (subject < 0 || (uint32_t)subject >= noun) return -1;
        int32_t entity = pl_side_entity_at(reading, (uint32_t)subject);
        if (entity < 0 || entity_of(reading, entity)->type == PL_ENTITY_PER) return -1;
        return pl_side_of_entity(reading, entity) >= 0 ? entity : -1;
    }
    return -1;
}

static bool ends_possessive(const PlReading *reading, uint32_t tok)
{
    return pl_word_in(reading->tokens->lower[tok], "'s|’s|'|’") &&
           reading->syntax->upos[tok] != PL_UPOS_AUX;
}

PlSides pl_sides_of_owner(const PlReading *reading, uint32_t tok)
{
    PlSides sides = {.n = 0};
    PlToks sent = pl_reading_sent(reading, tok);
    for (uint32_t k = 1; k <= OWNER_REACH && tok >= sent.first + k; k++) {
        uint32_t i = tok - k;
        uint8_t upos = reading->syntax->upos[i];
        if (reading->tokens->flags[i] & PL_TOK_QUOTE_OPEN) continue; /* "its “desire to" */
        if (ends_possessive(reading, i) && i > sent.first) {
            pl_sides_add(reading, &sides, pl_side_entity_at(reading, i - 1));
            return sides;
        }
        if (pl_word_in(reading->tokens->lower[i], "its|his|her|their|our|my")) {
            int32_t mention = reading->mentions->mention_of_tok[i];
            int32_t doer = pl_word_in(reading->tokens->lower[i], "its|their")
                               ? owner_in_clause(reading, tok)
                               : -1;
            if (pl_word_in(reading->tokens->lower[i], "our|my"))
                pl_sides_add(reading, &sides, pl_reading_speaker(reading, i));
            else if (doer >= 0)
                pl_sides_add(reading, &sides, doer);
            else if (mention >= 0)
                pl_sides_add(reading, &sides, reading->mentions->mentions.items[mention].entity);
            return sides;
        }
        bool names = upos == PL_UPOS_ADJ || upos == PL_UPOS_PROPN || upos == PL_UPOS_NOUN ||
                     reading->syntax->xpos[i] == PL_XPOS_VBN; /* "its stated goal" */
        if (!names && upos != PL_UPOS_NUM && upos != PL_UPOS_ADV && !pl_reading_is(reading, i, "-"))
            break;
        int32_t mention = reading->name_of_tok[i];
        if (mention >= 0)
            pl_sides_add(reading, &sides, reading->mentions->mentions.items[mention].entity);
        else if (upos == PL_UPOS_NOUN) /* "the company team" */
            pl_sides_add(reading, &sides, pl_body_named(reading, i));
        if (sides.n) return sides;
    }
    if (tok + 1 < sent.end && pl_word_in(reading->tokens->lower[tok + 1], "by|from"))
        pl_sides_add(reading, &sides, entity_after(reading, tok));
    return sides;
}

bool pl_sides_has(const PlSides *sides, int32_t party)
{
    for (uint32_t i = 0; i < sides->n; i++)
        if (sides->party[i] == party) return true;
    return false;
}
