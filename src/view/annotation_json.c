#include "view/annotation_json.h"

static void write_index(PlJson *json, const char *key, int32_t index)
{
    pl_json_key(json, key);
    if (index < 0)
        pl_json_null(json);
    else
        pl_json_integer(json, index);
}

static void write_text(PlJson *json, const char *key, PlSlice value)
{
    pl_json_key(json, key);
    pl_json_string_or_null(json, value);
}

static void write_name(PlJson *json, const char *key, const char *value)
{
    pl_json_key(json, key);
    pl_json_string(json, pl_slice(value));
}

static void write_number(PlJson *json, const char *key, double value)
{
    pl_json_key(json, key);
    pl_json_number(json, value);
}

/* An empty span is two nulls. */
static void write_span(PlJson *json, const char *start_key, const char *end_key, PlSpan span)
{
    bool empty = pl_span_empty(span);
    pl_json_key(json, start_key);
    if (empty)
        pl_json_null(json);
    else
        pl_json_integer(json, span.start_byte);
    pl_json_key(json, end_key);
    if (empty)
        pl_json_null(json);
    else
        pl_json_integer(json, span.end_byte);
}

static void write_place_in_text(PlJson *json, PlSpan span)
{
    write_span(json, "start", "end", span);
}

static void write_pair(PlJson *json, PlSpan span)
{
    pl_json_array(json);
    pl_json_integer(json, span.start_byte);
    pl_json_integer(json, span.end_byte);
    pl_json_end(json);
}

static void write_head(PlJson *json, const PlArticle *article)
{
    const PlMetadata *metadata = &article->metadata;
    pl_json_key(json, "id");
    pl_json_string(json, metadata->id);
    pl_json_key(json, "text");
    pl_json_string(json, article->text);
    pl_json_key(json, "language");
    pl_json_string(json, article->language);
    write_text(json, "source", metadata->source);
    write_text(json, "url", metadata->url);
    write_text(json, "title", metadata->title);
    write_text(json, "published", metadata->published);
    write_text(json, "dateline", pl_slice_of(article->text, article->dateline));
}

static void write_sentences(PlJson *json, const PlTokens *tokens)
{
    pl_json_key(json, "sentences");
    pl_json_array(json);
    for (uint32_t i = 0; i < tokens->n_sents; i++)
        write_pair(json, tokens->sent_span[i]);
    pl_json_end(json);
}

static void write_syntax(PlJson *json, const PlSyntax *syntax, const PlSyntaxModel *model,
                         uint32_t tok)
{
    pl_json_key(json, "lemma");
    pl_json_string(json, syntax->lemma[tok]);
    write_name(json, "upos", pl_upos_names[syntax->upos[tok]]);
    write_name(json, "xpos", pl_xpos_names[syntax->xpos[tok]]);
    pl_json_key(json, "feats");
    pl_json_string(json, pl_syntax_feats(model, syntax->feats[tok]));
    pl_json_key(json, "head");
    pl_json_integer(json, syntax->head_tok[tok]);
    write_name(json, "deprel", pl_deprel_names[syntax->deprel[tok]]);
}

/* A text that is not analysed has tokens without syntax. */
static void write_tokens(PlJson *json, const PlTokens *tokens, const PlSyntax *syntax,
                         const PlSyntaxModel *model)
{
    pl_json_key(json, "tokens");
    pl_json_array(json);
    for (uint32_t i = 0; i < tokens->n_tokens; i++) {
        pl_json_object(json);
        pl_json_key(json, "start");
        pl_json_integer(json, tokens->start_byte[i]);
        pl_json_key(json, "end");
        pl_json_integer(json, tokens->end_byte[i]);
        if (syntax->upos) write_syntax(json, syntax, model, i);
        pl_json_end(json);
    }
    pl_json_end(json);
}

static void write_mention(PlJson *json, PlSpan span, PlEntityType type, int32_t entity)
{
    pl_json_object(json);
    write_place_in_text(json, span);
    write_name(json, "type", pl_entity_type_names[type]);
    write_index(json, "entity", entity);
    pl_json_end(json);
}

static void write_reference(PlJson *json, const PlMentions *mentions, const PlReference *reference)
{
    int32_t n = (int32_t)mentions->entities.n;
    int32_t entity = reference->entity;
    PlEntityType type = entity < 0   ? PL_ENTITY_MISC
                        : entity < n ? mentions->entities.items[entity].type
                                     : mentions->things.items[entity - n].type;
    write_mention(json, reference->span, type, entity);
}

/* Sorted as mentions are: by start, then longer first. */
static int compare_places(const PlReference *reference, const PlMention *mention)
{
    if (reference->first_tok != mention->first_tok)
        return reference->first_tok < mention->first_tok ? -1 : 1;
    if (reference->end_tok != mention->end_tok)
        return reference->end_tok > mention->end_tok ? -1 : 1;
    return 0;
}

/* The record's mentions and the references are one list here, in the order of the text. A pronoun
 * that is both is what the references say: the record asks only which actor it may be. */
static void write_mentions(PlJson *json, const PlMentions *mentions)
{
    pl_json_key(json, "mentions");
    pl_json_array(json);
    uint32_t r = 0;
    for (uint32_t i = 0; i < mentions->mentions.n; i++) {
        const PlMention *mention = &mentions->mentions.items[i];
        bool is_written = false;
        for (; r < mentions->references.n; r++) {
            const PlReference *reference = &mentions->references.items[r];
            int order = compare_places(reference, mention);
            if (order > 0) break;
            is_written = order == 0 && mention->kind == PL_MENTION_PRONOUN;
            write_reference(json, mentions, reference);
        }
        if (!is_written) write_mention(json, mention->span, mention->type, mention->entity);
    }
    for (; r < mentions->references.n; r++)
        write_reference(json, mentions, &mentions->references.items[r]);
    pl_json_end(json);
}

/* Where each entity's roles stand: roles are not sorted by entity, so they are chained. */
typedef struct RoleChains {
    int32_t *first; /* [entities] */
    int32_t *next;  /* [roles] */
} RoleChains;

typedef struct RoleChaining {
    PlArena arena;
    const PlMentions *mentions;
    RoleChains chains;
} RoleChaining;

static void chain_roles(void *context)
{
    RoleChaining *chaining = context;
    const PlMentions *mentions = chaining->mentions;
    int32_t *first = pl_arena_array(&chaining->arena, int32_t, mentions->entities.n + 1);
    int32_t *next = pl_arena_array(&chaining->arena, int32_t, mentions->roles.n + 1);
    for (uint32_t i = 0; i < mentions->entities.n; i++)
        first[i] = -1;
    for (uint32_t i = mentions->roles.n; i-- > 0;) {
        int32_t entity = mentions->roles.items[i].entity;
        if (entity < 0) continue;
        next[i] = first[entity];
        first[entity] = (int32_t)i;
    }
    chaining->chains = (RoleChains){first, next};
}

static void write_role(PlJson *json, const PlRole *role)
{
    pl_json_object(json);
    pl_json_key(json, "title");
    pl_json_string(json, role->title);
    write_text(json, "of", role->of);
    write_name(json, "status", pl_role_status_names[role->status]);
    write_place_in_text(json, role->span);
    pl_json_end(json);
}

static void write_entity(PlJson *json, const PlMentions *mentions, uint32_t id,
                         const RoleChains *chains)
{
    const PlEntity *entity = &mentions->entities.items[id];
    pl_json_object(json);
    pl_json_key(json, "id");
    pl_json_integer(json, id);
    pl_json_key(json, "name");
    pl_json_string(json, entity->name);
    write_name(json, "type", pl_entity_type_names[entity->type]);
    write_text(json, "country", entity->country);
    write_text(json, "code", entity->code);
    pl_json_key(json, "roles");
    pl_json_array(json);
    for (int32_t r = chains->first[id]; r >= 0; r = chains->next[r])
        write_role(json, &mentions->roles.items[r]);
    pl_json_end(json);
    pl_json_end(json);
}

static void write_thing(PlJson *json, const PlMentions *mentions, uint32_t index)
{
    const PlThing *thing = &mentions->things.items[index];
    pl_json_object(json);
    pl_json_key(json, "id");
    pl_json_integer(json, mentions->entities.n + index);
    pl_json_key(json, "name");
    pl_json_string(json, thing->name);
    write_name(json, "type", pl_entity_type_names[thing->type]);
    write_text(json, "country", (PlSlice){0});
    write_text(json, "code", (PlSlice){0});
    pl_json_key(json, "roles");
    pl_json_array(json);
    pl_json_end(json);
    pl_json_end(json);
}

static void write_entities(PlJson *json, const PlMentions *mentions)
{
    RoleChaining chaining = {.mentions = mentions};
    pl_arena_init(&chaining.arena, 0);
    if (!pl_arena_run(&chaining.arena, chain_roles, &chaining)) json->out->failed = true;
    pl_json_key(json, "entities");
    pl_json_array(json);
    for (uint32_t i = 0; i < mentions->entities.n && !json->out->failed; i++)
        write_entity(json, mentions, i, &chaining.chains);
    for (uint32_t i = 0; i < mentions->things.n && !json->out->failed; i++)
        write_thing(json, mentions, i);
    pl_json_end(json);
    pl_arena_clear(&chaining.arena);
}

static void write_times(PlJson *json, const PlMentions *mentions)
{
    pl_json_key(json, "times");
    pl_json_array(json);
    for (uint32_t i = 0; i < mentions->times.n; i++) {
        const PlTime *time = &mentions->times.items[i];
        pl_json_object(json);
        write_place_in_text(json, time->span);
        write_name(json, "type", pl_time_type_names[time->type]);
        write_text(json, "value", time->value);
        pl_json_end(json);
    }
    pl_json_end(json);
}

static void write_quantities(PlJson *json, const PlMentions *mentions)
{
    pl_json_key(json, "quantities");
    pl_json_array(json);
    for (uint32_t i = 0; i < mentions->quantities.n; i++) {
        const PlQuantity *quantity = &mentions->quantities.items[i];
        pl_json_object(json);
        write_place_in_text(json, quantity->span);
        write_number(json, "value", quantity->value);
        write_number(json, "low", quantity->low);
        write_number(json, "high", quantity->high);
        write_text(json, "unit", quantity->unit);
        write_text(json, "what", quantity->what);
        pl_json_end(json);
    }
    pl_json_end(json);
}

static void write_places(PlJson *json, const PlMentions *mentions)
{
    pl_json_key(json, "places");
    pl_json_array(json);
    for (uint32_t i = 0; i < mentions->places.n; i++) {
        const PlPlace *place = &mentions->places.items[i];
        pl_json_object(json);
        write_place_in_text(json, place->span);
        write_text(json, "name", place->name);
        write_text(json, "country", place->country);
        write_number(json, "lat", place->lat);
        write_number(json, "lon", place->lon);
        pl_json_key(json, "geonameid");
        if (place->geonameid)
            pl_json_integer(json, place->geonameid);
        else
            pl_json_null(json);
        pl_json_end(json);
    }
    pl_json_end(json);
}

static void write_quotes(PlJson *json, const PlQuotes *quotes)
{
    pl_json_key(json, "quotes");
    pl_json_array(json);
    for (uint32_t i = 0; i < quotes->quotes.n; i++) {
        const PlQuote *quote = &quotes->quotes.items[i];
        pl_json_object(json);
        write_place_in_text(json, quote->span);
        write_name(json, "kind", pl_quote_kind_names[quote->kind]);
        write_index(json, "speaker", quote->speaker);
        write_span(json, "speaker_start", "speaker_end", quote->speaker_span);
        write_span(json, "cue_start", "cue_end", quote->cue);
        write_index(json, "addressee", quote->addressee);
        write_index(json, "about", quote->about);
        write_span(json, "channel_start", "channel_end", quote->channel);
        write_text(json, "date", quote->date);
        pl_json_end(json);
    }
    pl_json_end(json);
}

/* The actors of one side of event `event`, from `*next` on, which ends up at the side's end. */
static void write_event_side(PlJson *json, const PlEvents *events, int32_t event, PlEventSide side,
                             uint32_t *next)
{
    pl_json_key(json, side == PL_EVENT_SOURCE ? "sources" : "targets");
    pl_json_array(json);
    for (; *next < events->actors.n; (*next)++) {
        const PlEventActor *actor = &events->actors.items[*next];
        if (actor->event != event || actor->side != side) break;
        pl_json_object(json);
        write_place_in_text(json, actor->span);
        write_index(json, "entity", actor->entity);
        write_text(json, "code", actor->code);
        pl_json_end(json);
    }
    pl_json_end(json);
}

static void write_events(PlJson *json, const PlEvents *events)
{
    uint32_t actor = 0;
    pl_json_key(json, "events");
    pl_json_array(json);
    for (uint32_t i = 0; i < events->events.n; i++) {
        const PlEvent *event = &events->events.items[i];
        pl_json_object(json);
        write_place_in_text(json, event->span);
        write_span(json, "trigger_start", "trigger_end", event->trigger);
        write_text(json, "frame", event->frame);
        write_text(json, "plover", event->plover);
        write_text(json, "mode", event->mode);
        write_text(json, "cameo", event->cameo);
        pl_json_key(json, "quad");
        pl_json_integer(json, event->quad);
        write_number(json, "goldstein", event->goldstein);
        write_event_side(json, events, (int32_t)i, PL_EVENT_SOURCE, &actor);
        write_event_side(json, events, (int32_t)i, PL_EVENT_TARGET, &actor);
        write_name(json, "status", pl_event_status_names[event->status]);
        write_text(json, "date", event->date);
        write_index(json, "place", event->place);
        pl_json_end(json);
    }
    pl_json_end(json);
}

static void write_delegations(PlJson *json, const PlTalks *talks)
{
    pl_json_key(json, "delegations");
    pl_json_array(json);
    for (uint32_t i = 0; i < talks->delegations.n; i++) {
        const PlDelegation *delegation = &talks->delegations.items[i];
        pl_json_object(json);
        write_index(json, "party", delegation->party);
        write_index(json, "person", delegation->person);
        write_name(json, "role", pl_delegation_role_names[delegation->role]);
        write_text(json, "level", delegation->level);
        write_place_in_text(json, delegation->span);
        pl_json_end(json);
    }
    pl_json_end(json);
}

static void write_positions(PlJson *json, const PlTalks *talks)
{
    pl_json_key(json, "positions");
    pl_json_array(json);
    for (uint32_t i = 0; i < talks->positions.n; i++) {
        const PlPosition *position = &talks->positions.items[i];
        pl_json_object(json);
        write_index(json, "party", position->party);
        write_index(json, "holder", position->holder);
        write_text(json, "issue", position->issue);
        write_name(json, "stance", pl_stance_names[position->stance]);
        write_text(json, "terms", position->terms);
        write_place_in_text(json, position->span);
        pl_json_end(json);
    }
    pl_json_end(json);
}

static void write_conditions(PlJson *json, const PlTalks *talks)
{
    pl_json_key(json, "conditions");
    pl_json_array(json);
    for (uint32_t i = 0; i < talks->conditions.n; i++) {
        const PlCondition *condition = &talks->conditions.items[i];
        pl_json_object(json);
        write_span(json, "condition_start", "condition_end", condition->condition);
        write_span(json, "consequence_start", "consequence_end", condition->consequence);
        write_index(json, "holder", condition->holder);
        pl_json_end(json);
    }
    pl_json_end(json);
}

static void write_outlook(PlJson *json, const PlTalks *talks)
{
    pl_json_key(json, "outlook");
    pl_json_array(json);
    for (uint32_t i = 0; i < talks->outlook.n; i++) {
        const PlOutlook *outlook = &talks->outlook.items[i];
        pl_json_object(json);
        write_index(json, "holder", outlook->holder);
        write_name(json, "polarity", pl_polarity_names[outlook->polarity]);
        write_place_in_text(json, outlook->span);
        pl_json_end(json);
    }
    pl_json_end(json);
}

static void write_boilerplate(PlJson *json, const PlArticle *article)
{
    pl_json_key(json, "boilerplate");
    pl_json_array(json);
    for (uint32_t i = 0; i < article->blocks.n; i++) {
        if (pl_block_is_article(article->blocks.items[i].kind)) continue;
        write_pair(json, article->blocks.items[i].span);
    }
    pl_json_end(json);
}

void pl_annotation_json_write(const PlAnnotation *annotation, const PlSyntaxModel *model,
                              bool with_tokens, PlBuffer *out)
{
    PlJson json;
    pl_json_init(&json, out);
    pl_json_object(&json);
    write_head(&json, &annotation->article);
    write_sentences(&json, &annotation->tokens);
    if (with_tokens) write_tokens(&json, &annotation->tokens, &annotation->syntax, model);
    write_mentions(&json, &annotation->mentions);
    write_entities(&json, &annotation->mentions);
    write_times(&json, &annotation->mentions);
    write_quantities(&json, &annotation->mentions);
    write_places(&json, &annotation->mentions);
    write_quotes(&json, &annotation->quotes);
    write_events(&json, &annotation->events);
    write_delegations(&json, &annotation->talks);
    write_positions(&json, &annotation->talks);
    write_conditions(&json, &annotation->talks);
    write_outlook(&json, &annotation->talks);
    write_boilerplate(&json, &annotation->article);
    pl_json_end(&json);
    pl_buffer_putc(out, '\n');
}
