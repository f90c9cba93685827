#include "mention/codes.h"

#include <string.h>

#include "mention/known_people.h"
#include "mention/name_types.h"

enum {
    COUNTRY_LEN = 3,
    MAX_CHAIN = 4 /* "aide to the envoy of the president" */
};

PlSlice pl_code_make(PlArena *arena, PlSlice country, PlSlice sector)
{
    if (pl_slice_is(country, "IGO") || pl_slice_is(country, "NGO")) return country;
    if (sector.len == 0) return country;
    if (country.len == 0) return sector;
    return pl_arena_format(arena, "%.*s%.*s", PL_PRI(country), PL_PRI(sector));
}

PlSlice pl_code_of_body(PlArena *arena, PlSlice country, PlSlice sector)
{
    if (country.len == 0 && (pl_slice_is(sector, "HRI") || pl_slice_is(sector, "ENV")))
        return pl_arena_format(arena, "NGO%.*s", PL_PRI(sector));
    return pl_code_make(arena, country, sector);
}

PlSlice pl_words_sector(const PlMentionModel *model, const PlTokens *tokens, const PlSyntax *syntax,
                        uint32_t first_tok, uint32_t end_tok)
{
    PlSlice sector = {0};
    bool is_owners = false;
    for (uint32_t tok = first_tok; tok < end_tok;) {
        PlLexiconHit hit = pl_lexicon_match(model->sectors, tokens, syntax, tok);
        if (hit.row < 0 || tok + hit.n_toks > end_tok) {
            is_owners = is_owners || pl_token_is(tokens, tok, "'s");
            tok++;
            continue;
        }
        PlSlice kind = pl_lexicon_cell(model->sectors, hit.row, model->sector_kind);
        PlSlice said = pl_lexicon_cell(model->sectors, hit.row, model->sector_sector);
        /* "rebel government" is a government, "former rebels" are rebels, and "the government's
         * rebel allies" too. */
        if (!pl_slice_is(kind, "of") || sector.len == 0 || is_owners) sector = said;
        is_owners = false;
        tok += hit.n_toks;
    }
    return sector;
}

bool pl_sector_is_against_state(PlSlice sector)
{
    return pl_slice_is(sector, "REB") || pl_slice_is(sector, "SEP") || pl_slice_is(sector, "OPP") ||
           pl_slice_is(sector, "UAF") || pl_slice_is(sector, "PRM");
}

/* People of no office, for whom a body may be: "Ministry of Women", "Party of Workers". */
static bool is_public(PlSlice sector)
{
    return pl_slice_is(sector, "CVL") || pl_slice_is(sector, "LAB") || pl_slice_is(sector, "AGR") ||
           pl_slice_is(sector, "REF");
}

PlSlice pl_title_sector(const PlMentionModel *model, const PlTokens *tokens, const PlSyntax *syntax,
                        const PlTitle *title)
{
    PlSlice sector = pl_lexicon_cell(model->titles.lexicon, title->row, model->titles.sector);
    PlSlice said = pl_words_sector(model, tokens, syntax, title->first_tok, title->head_tok);
    /* A commander is the army's, a "rebel commander" is not; who sits in parliament does so for
     * whichever side, "opposition lawmakers". */
    bool seat = pl_slice_is(sector, "LEG") && pl_slice_is(said, "OPP");
    if (sector.len == 0 || (!seat && pl_sector_is_against_state(said))) return said;
    /* An official is that of what stands before, "military officials"; "local officials" are no
     * locals. */
    PlSlice level = pl_lexicon_cell(model->titles.lexicon, title->row, model->titles.level);
    bool open = pl_slice_is(sector, "GOV") && pl_slice_is(level, "official");
    return open && said.len && !is_public(said) ? said : sector;
}

static PlEntity *entity_at(const PlCoref *coref, int32_t entity)
{
    return &coref->mentions->entities.items[entity];
}

static PlSlice sector_of_code(PlSlice code)
{
    return code.len > COUNTRY_LEN ? (PlSlice){code.ptr + COUNTRY_LEN, code.len - COUNTRY_LEN}
                                  : (PlSlice){0};
}

static bool says_role(PlSlice code, const char *role)
{
    return pl_slice_find(code, pl_slice(role)) >= 0;
}

PlSlice pl_code_of_members(PlArena *arena, const PlEntity *body, PlSlice sector)
{
    bool is_world = pl_slice_starts(body->code, "IGO") || pl_slice_starts(body->code, "IMG");
    bool is_party = says_role(body->code, "PTY") || says_role(body->code, "OPP");
    bool is_army = says_role(body->code, "MIL") || says_role(body->code, "COP");
    bool may_work = says_role(body->code, "BUS") || says_role(body->code, "MNC");
    if (pl_slice_is(sector, "REB") && !is_world && !is_army && !says_role(body->code, "REB"))
        return pl_code_make(arena, body->country, sector);
    if (pl_slice_is(sector, "LEG") && is_party) return pl_code_make(arena, body->country, sector);
    /* who would be in parliament is not yet of it */
    if (pl_slice_is(sector, "PTY") && says_role(body->code, "LEG"))
        return pl_code_make(arena, body->country, sector);
    if (pl_slice_is(sector, "LAB") && may_work) return pl_code_make(arena, body->country, sector);
    bool serves = pl_slice_is(sector, "MIL") || pl_slice_is(sector, "COP") ||
                  pl_slice_is(sector, "JUD") || pl_slice_is(sector, "LEG");
    if (serves && pl_slice_starts(body->code, "IGO") && !is_army && !says_role(body->code, "JUD"))
        return pl_arena_format(arena, "%.*s%.*s", PL_PRI(body->code), PL_PRI(sector));
    return body->code;
}

/* Of no country so far: a body that nobody knows, or one that many countries have, "Supreme Court".
 */
static bool is_open_org(const PlEntity *entity)
{
    if (entity->type != PL_ENTITY_ORG || entity->country.len) return false;
    return entity->code.len == 0 ||
           (entity->code.len == COUNTRY_LEN && !pl_slice_is(entity->code, "IGO") &&
            !pl_slice_is(entity->code, "NGO") && !pl_slice_is(entity->code, "MNC"));
}

static bool is_camp(const PlEntity *entity)
{
    return entity->type == PL_ENTITY_NORP &&
           (says_role(entity->code, "PTY") || says_role(entity->code, "REB") ||
            says_role(entity->code, "OPP"));
}

bool pl_entity_has_members(const PlEntity *entity)
{
    if (is_camp(entity)) return true;
    /* "GOV" alone is the code of a body that many countries have */
    bool own = entity->code.len > COUNTRY_LEN ||
               (entity->code.len == COUNTRY_LEN && entity->country.len == 0);
    return entity->type == PL_ENTITY_ORG && own;
}

bool pl_entity_is_of_state(const PlEntity *entity)
{
    return entity->is_state ||
           (entity->type == PL_ENTITY_NORP && entity->country.len > 0 && !is_camp(entity));
}

/* The entity before "'s" before `tok`, with at most an adjective or two between: "Norway's elite";
 * -1 = none. */
static int32_t possessor_of(const PlCoref *coref, uint32_t tok)
{
    enum { MOST_BETWEEN = 2 };
    for (uint32_t n = 0; n < MOST_BETWEEN && tok > 0; n++, tok--) {
        bool plain = coref->syntax->upos[tok - 1] == PL_UPOS_ADJ ||
                     coref->syntax->upos[tok - 1] == PL_UPOS_NOUN;
        if (!plain || coref->name_ending[tok - 1] >= 0) break;
    }
    if (tok < 2) return -1;
    if (!pl_token_is(coref->tokens, tok - 1, "'s") && !pl_token_is(coref->tokens, tok - 1, "'"))
        return -1;
    int32_t name = coref->name_ending[tok - 2];
    return name >= 0 ? coref->mentions->mentions.items[name].entity : -1;
}

/* The entity whose the organisation of mention `i` is, -1 = none: named inside of it, right before
 * it, or before "'s". What is a country's or a body's comes before what is a region's: "Norway's
 * Arctic Brigade". *is_part: the name lies inside. */
static int32_t owner_of(const PlCoref *coref, uint32_t i, bool *is_part)
{
    const PlMentions *mentions = coref->mentions;
    const PlMention *mention = &mentions->mentions.items[i];
    uint32_t first = mention->first_tok;
    int32_t nested = -1;
    int32_t before = possessor_of(coref, first);
    /* Nested names follow the name that they lie in. */
    if (i + 1 < mentions->mentions.n && mentions->mentions.items[i + 1].end_tok <= mention->end_tok)
        nested = mentions->mentions.items[i + 1].entity;
    if (before < 0 && first > 0 && coref->name_ending[first - 1] >= 0)
        before = mentions->mentions.items[coref->name_ending[first - 1]].entity;
    bool region = nested >= 0 && !pl_entity_is_of_state(entity_at(coref, nested)) &&
                  entity_at(coref, nested)->type != PL_ENTITY_ORG;
    bool owned = before >= 0 && (entity_at(coref, before)->is_state ||
                                 pl_entity_has_members(entity_at(coref, before)));
    *is_part = nested >= 0 && !(region && owned);
    return *is_part ? nested : before;
}

/* "Constitutional Court of Norway": the last country that the name's words name. */
static PlSlice country_inside(const PlCoref *coref, const PlMention *mention)
{
    const PlGazetteer *gazetteer = &coref->model->gazetteer;
    PlSlice country = {0};
    for (uint32_t tok = mention->first_tok; tok < mention->end_tok; tok++) {
        PlGazetteerHit hit = pl_gazetteer_match(gazetteer, coref->tokens, tok, mention->end_tok);
        if (hit.subject < 0) continue;
        const PlSubject *subject = &gazetteer->subjects.items[hit.subject];
        if (subject->kind == PL_SUBJECT_COUNTRY || subject->kind == PL_SUBJECT_AREA)
            country = subject->country;
        tok += hit.n_toks - 1;
    }
    return country;
}

/* "Supreme Court of Norway", "Universidad de Chile", where the name ends before "of": the entity
 * behind, -1 = none. */
static int32_t owner_behind(const PlCoref *coref, const PlMention *mention)
{
    static const char *const links[] = {"of", "de", "del", "do", "da", "di", "du", NULL};
    uint32_t tok = mention->end_tok;
    bool linked = false;
    for (uint32_t i = 0; links[i] && tok + 1 < coref->tokens->n_tokens; i++)
        linked = linked || pl_token_is(coref->tokens, tok, links[i]);
    if (!linked) return -1;
    tok++;
    bool article = pl_token_is(coref->tokens, tok, "the") || pl_token_is(coref->tokens, tok, "la");
    if (article && tok + 1 < coref->tokens->n_tokens) tok++;
    int32_t name = coref->name_starting[tok];
    if (name < 0) return -1;
    const PlMention *behind = &coref->mentions->mentions.items[name];
    bool goes_on = behind->end_tok < coref->tokens->n_tokens &&
                   pl_token_is(coref->tokens, behind->end_tok, "'s");
    return behind->type == PL_ENTITY_LOC && !goes_on ? behind->entity : -1;
}

/* The sector of a body by the words of its name, may be empty. */
static PlSlice name_sector(const PlCoref *coref, const PlMention *mention)
{
    PlSlice sector = pl_words_sector(coref->model, coref->tokens, coref->syntax, mention->first_tok,
                                     mention->end_tok);
    PlSlice head =
        pl_name_head_sector(coref->model, coref->tokens, mention->first_tok, mention->end_tok);
    bool rules = pl_sector_is_office(head) || pl_slice_is(head, "COP") ||
                 pl_slice_is(head, "JUD") || pl_slice_is(head, "PTY");
    return sector.len == 0 || (rules && is_public(sector)) ? head : sector;
}

/* The country of the well-known town in the name of a body of a society, "University of Bergen". A
 * club, a forum or a pact called after a town is of many countries. */
static PlSlice country_of_town_inside(const PlCoref *coref, const PlMention *mention)
{
    if (name_sector(coref, mention).len == 0) return (PlSlice){0};
    for (uint32_t tok = mention->first_tok; tok < mention->end_tok; tok++) {
        PlSlice country = pl_places_plain_country(coref->model->places, coref->tokens, tok);
        if (country.len) return country;
    }
    return (PlSlice){0};
}

/* The code of a body that many countries have, now that its country may be known. */
static PlSlice open_code(const PlCoref *coref, const PlEntity *entity)
{
    return entity->code.len && entity->country.len
               ? pl_code_make(coref->arena, entity->country, entity->code)
               : entity->code;
}

/* "Norwegian Trade Ministry", "Norway's Trade Ministry", "Trade Ministry of Norway". */
static void place_organisations(PlCoref *coref)
{
    const PlMentions *mentions = coref->mentions;
    for (uint32_t i = 0; i < mentions->mentions.n; i++) {
        const PlMention *mention = &mentions->mentions.items[i];
        if (mention->kind != PL_MENTION_NAME || mention->entity < 0) continue;
        PlEntity *entity = entity_at(coref, mention->entity);
        if (!is_open_org(entity)) continue;
        PlSlice navy =
            pl_ship_country(coref->model, coref->tokens, mention->first_tok, mention->end_tok);
        if (navy.len) {
            entity->country = navy;
            entity->code = pl_code_make(coref->arena, navy, (PlSlice)PL_LIT("MIL"));
            continue;
        }
        bool is_part = false;
        int32_t of = owner_of(coref, i, &is_part);
        if (of < 0) of = owner_behind(coref, mention);
        if (of < 0) {
            entity->country = country_inside(coref, mention);
            if (entity->country.len == 0) entity->country = country_of_town_inside(coref, mention);
            entity->code = open_code(coref, entity);
            continue;
        }
        entity->country = entity_at(coref, of)->country;
        entity->code = open_code(coref, entity);
        /* "Senate Intelligence Committee" is part of the Senate. */
        if (is_part && entity_at(coref, of)->type == PL_ENTITY_ORG)
            entity->code = entity_at(coref, of)->code;
        /* "Sunrise Movement's Eastern Brigade" is the movement's. */
        bool belongs = !is_part && of == possessor_of(coref, mention->first_tok) &&
                       entity_at(coref, of)->type == PL_ENTITY_ORG;
        if (belongs && pl_entity_has_members(entity_at(coref, of)))
            entity->code =
                pl_code_of_members(coref->arena, entity_at(coref, of), name_sector(coref, mention));
    }
}

static PlSlice country_of(const PlCoref *coref, int32_t entity)
{
    return entity >= 0 ? entity_at(coref, entity)->country : (PlSlice){0};
}

static void place_persons_by_roles(PlCoref *coref)
{
    for (uint32_t round = 0; round < MAX_CHAIN; round++) {
        bool changed = false;
        for (uint32_t i = 0; i < coref->mentions->roles.n; i++) {
            const PlRole *role = &coref->mentions->roles.items[i];
            PlEntity *person = entity_at(coref, role->entity);
            PlSlice country = country_of(coref, role->of_entity);
            if (person->country.len || country.len == 0) continue;
            if (coref->role_is_abroad.items[i]) continue;
            /* In the first rounds only what the title is "of" itself. */
            bool of_person = entity_at(coref, role->of_entity)->type == PL_ENTITY_PER;
            if (of_person && round == 0) continue;
            person->country = country;
            changed = true;
        }
        if (!changed && round > 0) return;
    }
}

bool pl_sector_is_office(PlSlice sector)
{
    return pl_slice_is(sector, "GOV") || pl_slice_is(sector, "MIL") || pl_slice_is(sector, "LEG") ||
           pl_slice_is(sector, "SPY");
}

/* The name of a country is a subject or has something: "Norway sent", "Norway's". */
static bool speaks_for_side(const PlCoref *coref, const PlMention *mention)
{
    uint32_t last = mention->end_tok - 1;
    uint8_t deprel = coref->syntax->deprel[last];
    if (deprel == PL_DEPREL_nsubj || deprel == PL_DEPREL_nmod_poss) return true;
    uint32_t after = mention->end_tok;
    if (after < coref->tokens->n_tokens && pl_token_is(coref->tokens, after, "'s")) return true;
    return mention->first_tok == coref->tokens->sent_first_tok[coref->tokens->sent[last]];
}

PlSlice pl_side_before(const PlCoref *coref, uint32_t tok)
{
    const PlMentions *mentions = coref->mentions;
    uint32_t sent = coref->tokens->sent[tok];
    for (uint32_t at = tok; at > coref->tokens->sent_first_tok[sent]; at--) {
        int32_t mention = coref->name_ending[at - 1];
        if (mention < 0) continue;
        PlSlice country = country_of(coref, mentions->mentions.items[mention].entity);
        /* "sanctions on Norway" says nothing of whose minister comes next. */
        if (mentions->mentions.items[mention].type == PL_ENTITY_LOC &&
            !speaks_for_side(coref, &mentions->mentions.items[mention]))
            continue;
        /* In a list with somebody of whom nothing is known: of the same side, whichever it is. */
        if (country.len || mentions->mentions.items[mention].type == PL_ENTITY_PER) return country;
    }
    if (sent == 0) return (PlSlice){0};
    for (uint32_t at = coref->tokens->sent_first_tok[sent - 1];
         at < coref->tokens->sent_first_tok[sent]; at++) {
        int32_t mention = coref->name_starting[at];
        if (mention < 0) continue;
        PlSlice country = country_of(coref, mentions->mentions.items[mention].entity);
        if (country.len) return country;
    }
    return (PlSlice){0};
}

/* "secretary of state" means one country when nothing else is said. */
static void place_persons_by_titles(PlCoref *coref)
{
    const PlTitleTable *titles = &coref->model->titles;
    for (uint32_t i = 0; i < coref->mentions->roles.n; i++) {
        const PlRole *role = &coref->mentions->roles.items[i];
        PlEntity *person = entity_at(coref, role->entity);
        if (person->country.len == 0 && role->of_entity < 0)
            person->country =
                pl_lexicon_cell(titles->lexicon, coref->role_rows.items[i], titles->country);
    }
}

/* "Norway's Jane Doe", "Hamas's Jane Doe": whose a person of whom nothing else is said is, -1 =
 * nobody's. */
static int32_t owner_of_person(const PlCoref *coref, const PlMention *mention)
{
    if (mention->kind != PL_MENTION_NAME || mention->type != PL_ENTITY_PER || mention->entity < 0)
        return -1;
    int32_t owner = possessor_of(coref, mention->first_tok);
    if (owner < 0) return -1;
    bool has_people = pl_entity_is_of_state(entity_at(coref, owner)) ||
                      pl_entity_has_members(entity_at(coref, owner));
    return has_people ? owner : -1;
}

static void place_persons_by_owners(PlCoref *coref)
{
    for (uint32_t i = 0; i < coref->mentions->mentions.n; i++) {
        const PlMention *mention = &coref->mentions->mentions.items[i];
        int32_t owner = owner_of_person(coref, mention);
        if (owner >= 0 && entity_at(coref, mention->entity)->country.len == 0)
            entity_at(coref, mention->entity)->country = country_of(coref, owner);
    }
}

static PlSlice role_title(const PlCoref *coref, uint32_t role)
{
    return coref->mentions->roles.items[role].title;
}

/* Heads of state and government: a nearby country is as often the other side. */
static bool is_head_title(const PlCoref *coref, uint32_t role)
{
    const PlTitleTable *titles = &coref->model->titles;
    int32_t row = coref->role_rows.items[role];
    return pl_slice_is(pl_lexicon_cell(titles->lexicon, row, titles->level), "head") ||
           pl_slice_ends(role_title(coref, role), "president");
}

/* The state that is the subject of the clause whose verb is at `verb`, empty for none. */
static PlSlice state_doing(const PlCoref *coref, int32_t verb)
{
    uint32_t sent = coref->tokens->sent[verb];
    for (uint32_t i = coref->tokens->sent_first_tok[sent];
         i < coref->tokens->sent_first_tok[sent + 1]; i++) {
        if (coref->syntax->head_tok[i] != verb || coref->syntax->deprel[i] != PL_DEPREL_nsubj)
            continue;
        int32_t mention = coref->name_ending[i];
        if (mention < 0 || coref->mentions->mentions.items[mention].type != PL_ENTITY_LOC)
            return (PlSlice){0};
        return country_of(coref, coref->mentions->mentions.items[mention].entity);
    }
    return (PlSlice){0};
}

static int32_t root_above(const PlCoref *coref, int32_t tok)
{
    enum { CLIMB = 12 };
    for (uint32_t i = 0; i < CLIMB && coref->syntax->head_tok[tok] >= 0; i++)
        tok = coref->syntax->head_tok[tok];
    return tok;
}

/* "Velia will take part, President Ruiz announced": who announces what a state does is of it. */
static void place_heads_by_announcement(PlCoref *coref)
{
    const PlMentions *mentions = coref->mentions;
    for (uint32_t i = 0; i < mentions->roles.n; i++) {
        const PlRole *role = &mentions->roles.items[i];
        PlEntity *person = entity_at(coref, role->entity);
        if (person->country.len || role->of_entity >= 0 || role->status == PL_ROLE_FORMER) continue;
        if (!is_head_title(coref, i)) continue;
        uint32_t tok = pl_tokens_at(coref->tokens, role->span.end_byte);
        if (tok >= coref->tokens->n_tokens) continue;
        int32_t verb = coref->syntax->head_tok[tok];
        if (verb < 0 || coref->syntax->deprel[tok] != PL_DEPREL_nsubj) continue;
        /* after a comma the announcement is easily hung from a word of what is announced */
        bool hangs = coref->syntax->deprel[verb] == PL_DEPREL_parataxis ||
                     coref->syntax->deprel[verb] == PL_DEPREL_acl_relcl;
        if (hangs) {
            person->country = state_doing(coref, root_above(coref, verb));
            continue;
        }
        uint32_t sent = coref->tokens->sent[verb];
        for (uint32_t k = coref->tokens->sent_first_tok[sent];
             k < coref->tokens->sent_first_tok[sent + 1] && !person->country.len; k++)
            if (coref->syntax->head_tok[k] == verb && coref->syntax->deprel[k] == PL_DEPREL_ccomp)
                person->country = state_doing(coref, (int32_t)k);
    }
}

/* The country whose palace is named in the report ("White House"), for the one head of state about
 * whom nothing is said. */
static void place_head_by_palace(PlCoref *coref)
{
    const PlMentions *mentions = coref->mentions;
    int32_t head = -1;
    for (uint32_t i = 0; i < mentions->roles.n; i++) {
        const PlRole *role = &mentions->roles.items[i];
        if (role->status == PL_ROLE_FORMER || role->of_entity >= 0) continue;
        if (!pl_slice_is(role->title, "president")) continue;
        if (!is_head_title(coref, i) || entity_at(coref, role->entity)->country.len) continue;
        if (head >= 0 && head != role->entity) return;
        head = role->entity;
    }
    if (head < 0) return;
    for (uint32_t i = 0; i < coref->names->names.n; i++) {
        const PlName *name = &coref->names->names.items[i];
        if (name->subject < 0 || !(name->readings & PL_READING_PALACE)) continue;
        PlSlice country = coref->model->gazetteer.subjects.items[name->subject].country;
        for (uint32_t j = 0; j < mentions->roles.n; j++)
            if (is_head_title(coref, j) &&
                pl_slice_equal(entity_at(coref, mentions->roles.items[j].entity)->country, country))
                return;
        entity_at(coref, head)->country = country;
        return;
    }
}

static void place_persons_by_context(PlCoref *coref)
{
    for (uint32_t i = 0; i < coref->mentions->roles.n; i++) {
        const PlRole *role = &coref->mentions->roles.items[i];
        PlEntity *person = entity_at(coref, role->entity);
        if (person->country.len || role->of_entity >= 0) continue;
        if (role->status == PL_ROLE_FORMER || is_head_title(coref, i)) continue;
        if (!pl_sector_is_office(coref->role_sectors.items[i])) continue;
        uint32_t tok = pl_tokens_at(coref->tokens, role->span.start_byte);
        if (tok < coref->tokens->n_tokens) person->country = pl_side_before(coref, tok);
    }
}

static bool is_named_state(const PlCoref *coref, PlSlice country)
{
    for (uint32_t i = 0; i < coref->mentions->entities.n; i++) {
        const PlEntity *entity = entity_at(coref, (int32_t)i);
        if (pl_entity_is_of_state(entity) && pl_slice_equal(entity->country, country)) return true;
    }
    return false;
}

/* "Juan Doe Roe" whom the tables know as "Juan Doe": a second surname, which most reports leave
 * out. A given name and a surname alone are too many people's where the report does not name their
 * country. */
static bool known_by_fewer_words(const PlCoref *coref, const PlNameForm *form, PlKnownPerson *known)
{
    PlNameForm shorter = *form;
    if (form->n_words < 3) return false;
    shorter.n_words--;
    if (!pl_known_person_is_name(coref->arena, coref->model, &shorter)) return false;
    if (!pl_known_person_find(coref->arena, coref->model, &shorter, coref->day, known))
        return false;
    return shorter.n_words > 2 || is_named_state(coref, known->country);
}

/* Of many in the tables few have heard: theirs is another's name where the report speaks of other
 * states and not of theirs, and that of a mere list where it does not speak of theirs. */
static bool is_namesake(const PlCoref *coref, const PlKnownPerson *known)
{
    if (known->origin == PL_KNOWN_USERS || is_named_state(coref, known->country)) return false;
    if (known->is_obscure) return true;
    if (known->is_famous || pl_slice_starts(known->code, "IGO")) return false;
    for (uint32_t i = 0; i < coref->mentions->entities.n; i++)
        if (pl_entity_is_of_state(entity_at(coref, (int32_t)i))) return true;
    return false;
}

/* Office-holders and a user's people, by the tables. What the report itself says goes first: one of
 * another country is a namesake. */
static void place_known_persons(PlCoref *coref)
{
    coref->known_codes = pl_arena_array(coref->arena, PlSlice, coref->mentions->entities.n + 1);
    for (uint32_t i = 0; i < coref->mentions->entities.n; i++) {
        PlEntity *person = entity_at(coref, (int32_t)i);
        if (person->type != PL_ENTITY_PER || !person->is_named) continue;
        const PlNameForm *form = &coref->facts.items[i].form;
        PlKnownPerson known;
        if (!pl_known_person_find(coref->arena, coref->model, form, coref->day, &known) &&
            !known_by_fewer_words(coref, form, &known))
            continue;
        bool is_users = known.origin == PL_KNOWN_USERS;
        if (is_namesake(coref, &known)) continue;
        if (person->country.len && !pl_slice_equal(person->country, known.country) && !is_users)
            continue;
        person->country = known.country;
        if (is_users) person->code = known.code;
        coref->known_codes[i] = known.code;
    }
}

void pl_countries_find(PlCoref *coref)
{
    place_organisations(coref);
    place_persons_by_roles(coref);
    place_persons_by_owners(coref);
    place_known_persons(coref);
    place_persons_by_titles(coref);
    place_heads_by_announcement(coref);
    place_head_by_palace(coref);
    place_persons_by_context(coref);
    place_persons_by_roles(coref);
}

/* "President Jane Doe", and not "club president Jane Doe": a capital, and nothing is said of what.
 */
static bool is_president_alone(const PlCoref *coref, const PlRole *role)
{
    return role->of_entity < 0 &&
           pl_slice_is(pl_slice_of(coref->tokens->text, role->span), "President");
}

/* The code that one role gives its person. */
static PlSlice role_code(PlCoref *coref, uint32_t index)
{
    const PlRole *role = &coref->mentions->roles.items[index];
    const PlEntity *person = entity_at(coref, role->entity);
    const PlEntity *of = role->of_entity >= 0 ? entity_at(coref, role->of_entity) : NULL;
    if (role->status == PL_ROLE_FORMER)
        return pl_code_make(coref->arena, person->country, (PlSlice)PL_LIT("ELI"));
    PlSlice sector = coref->role_sectors.items[index];
    /* Officers of the United Nations or of a union carry its code. */
    if (of && of->type == PL_ENTITY_ORG && of->code.len) {
        PlSlice own = sector_of_code(of->code);
        /* "National Police": a body that many countries have, his country's */
        if (is_open_org(of) && person->country.len)
            return pl_code_make(coref->arena, person->country, of->code);
        if (!pl_sector_is_office(own) || sector.len == 0)
            return pl_code_of_members(coref->arena, of, sector);
    }
    if (sector.len == 0 && of && of->is_state) sector = (PlSlice)PL_LIT("GOV");
    if (of && of->type == PL_ENTITY_PER && pl_slice_starts(of->code, "IGO")) return of->code;
    if (sector.len == 0 && of && of->type == PL_ENTITY_PER) sector = sector_of_code(of->code);
    if (sector.len == 0 && pl_slice_is(role->title, "president") &&
        (person->country.len || is_president_alone(coref, role)))
        sector = (PlSlice)PL_LIT("GOV");
    return pl_code_make(coref->arena, person->country, sector);
}

/* A rank, a faith or a calling is for life, "General Prayuth", "Ayatollah Khamenei": the office
 * that the tables know for the day says more. */
static bool yields_to_known(const PlCoref *coref, uint32_t role)
{
    static const char *const callings[] = {"MIL", "REL", "EDU", "JUD", "BUS", "HLH", "MED"};
    PlSlice known = sector_of_code(coref->known_codes[coref->mentions->roles.items[role].entity]);
    if (known.len == 0 || pl_slice_is(known, "ELI")) return false;
    if (coref->mentions->roles.items[role].of_entity >= 0) return false;
    for (size_t i = 0; i < sizeof callings / sizeof *callings; i++)
        if (pl_slice_is(coref->role_sectors.items[role], callings[i])) return true;
    return false;
}

static void code_persons(PlCoref *coref)
{
    /* Current roles first, in the order of the report; then former ones. */
    for (uint32_t former = 0; former < 2; former++)
        for (uint32_t i = 0; i < coref->mentions->roles.n; i++) {
            const PlRole *role = &coref->mentions->roles.items[i];
            PlEntity *person = entity_at(coref, role->entity);
            if ((role->status == PL_ROLE_FORMER) != (former == 1)) continue;
            if (person->code.len > COUNTRY_LEN || yields_to_known(coref, i)) continue;
            PlSlice code = role_code(coref, i);
            if (code.len > person->code.len) person->code = code;
        }
    for (uint32_t i = 0; i < coref->mentions->entities.n; i++) {
        PlEntity *person = entity_at(coref, (int32_t)i);
        if (coref->known_codes[i].len > person->code.len) person->code = coref->known_codes[i];
    }
    for (uint32_t i = 0; i < coref->mentions->mentions.n; i++) {
        const PlMention *mention = &coref->mentions->mentions.items[i];
        int32_t owner = owner_of_person(coref, mention);
        if (owner < 0 || !pl_entity_has_members(entity_at(coref, owner))) continue;
        PlEntity *person = entity_at(coref, mention->entity);
        if (person->code.len <= COUNTRY_LEN)
            person->code = pl_code_of_members(coref->arena, entity_at(coref, owner), (PlSlice){0});
    }
}

/* The sector of the people of a calling whom the words of a name tell of, "Teachers", "Bankers";
 * empty for none. */
static PlSlice calling_inside(const PlCoref *coref, const PlMention *mention)
{
    const PlMentionModel *model = coref->model;
    PlSlice sector = {0};
    for (uint32_t tok = mention->first_tok; tok < mention->end_tok; tok++) {
        PlLexiconHit hit = pl_lexicon_match(model->sectors, coref->tokens, coref->syntax, tok);
        if (hit.row >= 0 &&
            pl_slice_is(pl_lexicon_cell(model->sectors, hit.row, model->sector_kind), "people"))
            sector = pl_lexicon_cell(model->sectors, hit.row, model->sector_sector);
        PlTitle title = pl_title_at(model, coref->tokens, coref->syntax, tok, mention->end_tok);
        if (sector.len == 0 && title.row >= 0 && title.is_plural)
            sector = pl_title_sector(model, coref->tokens, coref->syntax, &title);
    }
    return sector;
}

static bool ends_with_any(const PlCoref *coref, const PlMention *mention, const char *const *words)
{
    for (; *words; words++)
        if (pl_token_is(coref->tokens, mention->end_tok - 1, *words)) return true;
    return false;
}

/* "National Teachers' Federation" is labour's, "Bankers Association" of those whom it joins, as are
 * bodies of farmers, who are nobody's workers; empty for other names. */
static PlSlice union_sector(const PlCoref *coref, const PlMention *mention)
{
    static const char *const unions[] = {"union", "federation", "guild", "brotherhood", NULL};
    static const char *const associations[] = {"association", "society", "alliance", NULL};
    bool is_union = ends_with_any(coref, mention, unions);
    if (!is_union && !ends_with_any(coref, mention, associations)) return (PlSlice){0};
    PlSlice calling = calling_inside(coref, mention);
    if (calling.len == 0 || !is_union || pl_slice_is(calling, "AGR")) return calling;
    return (PlSlice)PL_LIT("LAB");
}

/* "Catholic Church": the faith named inside of mention `i`, REL when there is none. */
static PlSlice faith_of(const PlCoref *coref, uint32_t i)
{
    const PlMentions *mentions = coref->mentions;
    const PlMention *mention = &mentions->mentions.items[i];
    for (uint32_t k = i + 1; k < mentions->mentions.n; k++) {
        const PlMention *inner = &mentions->mentions.items[k];
        if (inner->end_tok > mention->end_tok || inner->entity < 0) break;
        int32_t subject = coref->facts.items[inner->entity].subject;
        if (subject < 0) continue;
        const PlSubject *group = &coref->model->gazetteer.subjects.items[subject];
        if (group->kind == PL_SUBJECT_GROUP && group->country.len == 0 && group->code.len)
            return group->code;
    }
    return (PlSlice)PL_LIT("REL");
}

/* "Norwegian Environment Agency": what a state has of them is of its government. */
static bool is_state_agency(const PlCoref *coref, uint32_t i)
{
    static const char *const heads[] = {"agency", "authority", "commission", NULL};
    const PlMention *mention = &coref->mentions->mentions.items[i];
    if (!ends_with_any(coref, mention, heads)) return false;
    bool is_part = false;
    int32_t of = owner_of(coref, i, &is_part);
    return of >= 0 && pl_entity_is_of_state(entity_at(coref, of));
}

static void code_organisations(PlCoref *coref)
{
    const PlMentions *mentions = coref->mentions;
    for (uint32_t i = 0; i < mentions->mentions.n; i++) {
        const PlMention *mention = &mentions->mentions.items[i];
        if (mention->kind != PL_MENTION_NAME || mention->entity < 0) continue;
        PlEntity *entity = entity_at(coref, mention->entity);
        if (entity->type != PL_ENTITY_ORG || entity->code.len) continue;
        PlSlice sector = name_sector(coref, mention);
        PlSlice of_calling = union_sector(coref, mention);
        if (of_calling.len) sector = of_calling;
        if (sector.len == 0 && is_state_agency(coref, i)) sector = (PlSlice)PL_LIT("GOV");
        if (pl_slice_is(sector, "REL")) sector = faith_of(coref, i);
        entity->code = pl_code_of_body(coref->arena, entity->country, sector);
    }
}

/* "the Kremlin", "Tehran vowed": the name says the government, and not the country. */
static bool names_government(const PlCoref *coref, const PlMention *mention)
{
    /* "a Tehran-based weekly" */
    uint32_t after = mention->end_tok;
    if (after + 1 < coref->tokens->n_tokens && pl_token_is(coref->tokens, after, "-") &&
        pl_token_is(coref->tokens, after + 1, "based"))
        return false;
    PlGazetteerHit hit = pl_gazetteer_match(&coref->model->gazetteer, coref->tokens,
                                            mention->first_tok, mention->end_tok);
    return hit.subject >= 0 && (hit.readings & (PL_READING_SEAT | PL_READING_PALACE)) &&
           !(hit.readings & (PL_READING_NAME | PL_READING_ADJECTIVE));
}

/* A state of which the report names the seat of government alone is that government. */
static void code_governments(PlCoref *coref)
{
    const PlMentions *mentions = coref->mentions;
    uint8_t *is_state_named = pl_arena_array(coref->arena, uint8_t, mentions->entities.n + 1);
    for (uint32_t i = 0; i < mentions->mentions.n; i++) {
        const PlMention *mention = &mentions->mentions.items[i];
        if (mention->entity >= 0 && !names_government(coref, mention))
            is_state_named[mention->entity] = 1;
    }
    for (uint32_t i = 0; i < mentions->entities.n; i++) {
        PlEntity *state = entity_at(coref, (int32_t)i);
        if (state->is_state && !is_state_named[i])
            state->code = pl_code_make(coref->arena, state->country, (PlSlice)PL_LIT("GOV"));
    }
}

void pl_codes_find(PlCoref *coref)
{
    code_organisations(coref);
    code_persons(coref);
    code_governments(coref);
    for (uint32_t i = 0; i < coref->mentions->entities.n; i++) {
        PlEntity *entity = entity_at(coref, (int32_t)i);
        if (entity->code.len == 0) entity->code = entity->country;
    }
}
