#include "mention/anaphora.h"

#include "mention/codes.h"
#include "mention/descriptions.h"
#include "mention/name_types.h"
#include "mention/pronouns.h"

typedef struct Walk {
    PlCoref *coref;
    PlSalience salience;
    PlDescribed described;
    int32_t *role_starting; /* [n_tokens]: role whose words start here, behind its name; -1 */
    int32_t owner;          /* what was described last before "'s" ... */
    uint32_t owned_tok;     /* ... and where what it has begins */
    int32_t member;         /* who was described last before "of", "at" ... */
    uint32_t body_tok;      /* ... and where what he is of begins */
} Walk;

/* "Jane Doe, the president's envoy,": the words behind the name mean her. */
static void index_appositions(Walk *walk)
{
    PlCoref *coref = walk->coref;
    uint32_t n = coref->tokens->n_tokens;
    walk->role_starting = pl_arena_array(coref->arena, int32_t, n + 1);
    for (uint32_t tok = 0; tok < n; tok++)
        walk->role_starting[tok] = -1;
    for (uint32_t i = 0; i < coref->mentions->roles.n; i++) {
        uint32_t tok = pl_tokens_at(coref->tokens, coref->mentions->roles.items[i].span.start_byte);
        if (tok < n) walk->role_starting[tok] = (int32_t)i;
    }
}

/* "the union ... its president, Jane Doe": the role is of the union. */
static void own_role(Walk *walk, uint32_t tok, int32_t owner)
{
    int32_t index = walk->role_starting[tok];
    if (index < 0 || owner < 0) return;
    PlMentions *mentions = walk->coref->mentions;
    PlRole *role = &mentions->roles.items[index];
    if (role->of_entity >= 0 || role->entity == owner) return;
    role->of_entity = owner;
    role->of = mentions->entities.items[owner].name;
    PlEntity *person = &mentions->entities.items[role->entity];
    const PlEntity *of = &mentions->entities.items[owner];
    if (person->country.len == 0) person->country = of->country;
    if (person->code.len == 0 && of->type == PL_ENTITY_ORG) person->code = of->code;
}

/* "the Danish shipping firm Nordlys": the body that is named right behind its description, -1 =
 * none. It is what the words say, and of where they say. */
static int32_t named_behind(Walk *walk, const PlDescription *description)
{
    PlCoref *coref = walk->coref;
    uint32_t end = description->end_tok;
    if (description->kind != PL_DESCRIPTION_BODY || description->is_plural ||
        description->is_people || end >= coref->tokens->n_tokens || coref->name_starting[end] < 0)
        return -1;
    const PlMention *name = &coref->mentions->mentions.items[coref->name_starting[end]];
    uint32_t sent_first = coref->tokens->sent_first_tok[coref->tokens->sent[end]];
    if (name->type != PL_ENTITY_ORG || name->entity < 0 ||
        !pl_name_follows_body(coref->model, coref->tokens, coref->syntax, end, sent_first))
        return -1;
    PlEntity *body = &coref->mentions->entities.items[name->entity];
    PlSlice country = pl_description_country(&walk->described, description);
    if (body->country.len == 0) body->country = country;
    bool is_coded = body->code.len > body->country.len || pl_entity_has_members(body);
    if (!is_coded)
        body->code =
            pl_description_code(coref->arena, description, body->country, description->sector);
    return name->entity;
}

static int32_t resolve(Walk *walk, const PlDescription *description)
{
    int32_t named = named_behind(walk, description);
    if (named >= 0) return named;
    int32_t role = walk->role_starting[description->first_tok];
    if (role >= 0 && description->kind == PL_DESCRIPTION_PERSON && !description->is_plural)
        return walk->coref->mentions->roles.items[role].entity;
    return pl_description_resolve(&walk->described, description);
}

static PlEntityType mention_type(const PlCoref *coref, const PlDescription *description,
                                 int32_t entity)
{
    if (description->kind == PL_DESCRIPTION_STATE) return PL_ENTITY_ORG;
    return coref->mentions->entities.items[entity].type;
}

static void add(Walk *walk, uint32_t first, uint32_t end, PlEntityType type, PlMentionKind kind,
                int32_t entity)
{
    pl_coref_add_mention(walk->coref, first, end, type, kind, entity);
    pl_salience_add(walk->coref, &walk->salience, entity, first, end);
}

/* Names inside a description are spoken of too. */
static void note_names(Walk *walk, uint32_t first, uint32_t end)
{
    for (uint32_t tok = first; tok < end; tok++) {
        int32_t name = walk->coref->name_starting[tok];
        if (name < 0) continue;
        const PlMention *mention = &walk->coref->mentions->mentions.items[name];
        pl_salience_add(walk->coref, &walk->salience, mention->entity, mention->first_tok,
                        mention->end_tok);
        tok = mention->end_tok - 1;
    }
}

/* "the headmaster of a Kenyan school" is Kenyan. */
static void join(PlCoref *coref, int32_t member, int32_t body)
{
    PlEntity *one = &coref->mentions->entities.items[member];
    const PlEntity *of = &coref->mentions->entities.items[body];
    if (one->is_named || one->country.len || of->country.len == 0) return;
    one->country = of->country;
    one->code = one->code.len ? pl_code_make(coref->arena, of->country, one->code) : of->code;
}

/* What stands behind a description may be what it has, or what it is of. */
static void open_for_next(Walk *walk, const PlDescription *description, int32_t entity)
{
    const PlTokens *tokens = walk->coref->tokens;
    uint32_t end = description->end_tok;
    if (end + 1 >= tokens->n_tokens) return;
    if (pl_token_is(tokens, end, "'s")) {
        walk->owner = entity;
        walk->owned_tok = end + 1;
    }
    if (pl_token_is(tokens, end, "of") || pl_token_is(tokens, end, "at") ||
        pl_token_is(tokens, end, "from")) {
        walk->member = entity;
        walk->body_tok = end + 1;
    }
}

/* Returns where to go on. */
static uint32_t visit(Walk *walk, uint32_t tok)
{
    PlCoref *coref = walk->coref;
    PlDescription description = pl_description_at(coref, tok);
    if (description.kind != PL_DESCRIPTION_NONE) {
        bool owned = pl_pronoun_is(coref, tok);
        if (owned) description.owner = pl_pronoun_resolve(coref, &walk->salience, tok);
        /* "the Norwegian government's envoys" */
        if (!owned && tok == walk->owned_tok && description.of_mention < 0)
            description.owner = walk->owner;
        own_role(walk, tok, description.owner);
        int32_t entity = resolve(walk, &description);
        note_names(walk, description.first_tok, description.end_tok);
        if (entity >= 0)
            add(walk, description.first_tok, description.end_tok,
                mention_type(coref, &description, entity), PL_MENTION_DESCRIPTION, entity);
        if (owned && description.owner >= 0)
            add(walk, tok, tok + 1, coref->mentions->entities.items[description.owner].type,
                PL_MENTION_PRONOUN, description.owner);
        if (entity >= 0 && tok == walk->body_tok) join(coref, walk->member, entity);
        if (entity >= 0) open_for_next(walk, &description, entity);
        return description.end_tok;
    }
    int32_t name = coref->name_starting[tok];
    if (name >= 0) {
        uint32_t end = coref->mentions->mentions.items[name].end_tok;
        note_names(walk, tok, end);
        return end;
    }
    if (!pl_pronoun_is(coref, tok)) return tok + 1;
    int32_t entity = pl_pronoun_resolve(coref, &walk->salience, tok);
    PlEntityType type =
        entity >= 0 ? coref->mentions->entities.items[entity].type : pl_pronoun_type(coref, tok);
    if (entity >= 0 || type == PL_ENTITY_PER)
        add(walk, tok, tok + 1, type, PL_MENTION_PRONOUN, entity);
    return tok + 1;
}

void pl_anaphora_find(PlCoref *coref)
{
    Walk *walk = pl_arena_new(coref->arena, Walk);
    walk->coref = coref;
    walk->owned_tok = UINT32_MAX;
    walk->body_tok = UINT32_MAX;
    pl_described_init(&walk->described, coref, &walk->salience);
    index_appositions(walk);
    for (uint32_t tok = 0; tok < coref->tokens->n_tokens;)
        tok = visit(walk, tok);
}
