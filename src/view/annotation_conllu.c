/* CoNLL-U v2: https://universaldependencies.org/format.html */
#include "view/annotation_json.h"

/* A comment is one line, whatever white space its words hold. */
static void put_line(PlBuffer *out, PlSlice value)
{
    for (size_t i = 0; i < value.len; i++)
        pl_buffer_putc(out, (unsigned char)value.ptr[i] < ' ' ? ' ' : value.ptr[i]);
}

static void put_comment(PlBuffer *out, const char *key, PlSlice value)
{
    pl_buffer_format(out, "# %s = ", key);
    put_line(out, value);
    pl_buffer_putc(out, '\n');
}

static void put_sentence_id(PlBuffer *out, const PlAnnotation *annotation, uint32_t number)
{
    PlSlice report = annotation->article.metadata.id;
    if (annotation->given && annotation->given->sents.items[number - 1].id.len) {
        put_comment(out, "sent_id", annotation->given->sents.items[number - 1].id);
        return;
    }
    pl_buffer_puts(out, "# sent_id = ");
    put_line(out, report);
    pl_buffer_format(out, "-%u\n", number);
}

static void put_field(PlBuffer *out, PlSlice value)
{
    if (value.len)
        pl_buffer_put(out, value);
    else
        pl_buffer_putc(out, '_');
    pl_buffer_putc(out, '\t');
}

/* The names of a report in order, so that each token finds its own in one pass. */
typedef struct NameCursor {
    const PlMentions *mentions;
    uint32_t next;  /* mention not yet passed */
    int32_t inside; /* the outermost name being walked through, -1 = none */
} NameCursor;

static void put_name_tag(PlBuffer *out, NameCursor *cursor, uint32_t tok)
{
    const PlMentions *mentions = cursor->mentions;
    if (cursor->inside >= 0 && mentions->mentions.items[cursor->inside].end_tok <= tok)
        cursor->inside = -1;
    for (; cursor->next < mentions->mentions.n; cursor->next++) {
        const PlMention *mention = &mentions->mentions.items[cursor->next];
        if (mention->first_tok > tok) break;
        bool is_new = mention->kind == PL_MENTION_NAME && mention->first_tok == tok;
        if (is_new && cursor->inside < 0) cursor->inside = (int32_t)cursor->next;
    }
    if (cursor->inside < 0) {
        pl_buffer_puts(out, "NER=O");
        return;
    }
    const PlMention *name = &mentions->mentions.items[cursor->inside];
    pl_buffer_format(out, "NER=%s-%s", name->first_tok == tok ? "B" : "I",
                     pl_entity_type_names[name->type]);
}

/* What the tagger of names takes the token for, before the rules that make mentions of names. */
static void put_tagger(PlBuffer *out, const PlSyntax *syntax, uint32_t tok)
{
    static const char *const types[PL_N_NAME_TYPES] = {[PL_NAME_PER] = "PER",
                                                       [PL_NAME_ORG] = "ORG",
                                                       [PL_NAME_LOC] = "LOC",
                                                       [PL_NAME_MISC] = "MISC"};
    uint8_t tag = syntax->name_tag ? syntax->name_tag[tok] : PL_NAME_TAG_O;
    if (tag == PL_NAME_TAG_O) return;
    bool goes_on = tag >= PL_NAME_TAG_I;
    pl_buffer_format(out, "|Tagger=%c-%s", goes_on ? 'I' : 'B',
                     types[tag - (goes_on ? PL_NAME_TAG_I : PL_NAME_TAG_B)]);
}

static bool space_follows(const PlTokens *tokens, uint32_t tok)
{
    return tok + 1 >= tokens->n_tokens || (tokens->flags[tok + 1] & PL_TOK_SPACE_BEFORE);
}

/* Lemma to relation; all unknown where the text was not analysed. */
static void put_syntax(PlBuffer *out, const PlSyntax *syntax, const PlSyntaxModel *model,
                       uint32_t tok, uint32_t first)
{
    if (!syntax->upos) {
        pl_buffer_puts(out, "_\t_\t_\t_\t_\t_\t");
        return;
    }
    int32_t head = syntax->head_tok[tok];
    put_field(out, syntax->lemma[tok]);
    put_field(out, pl_slice(pl_upos_names[syntax->upos[tok]]));
    put_field(out, pl_slice(pl_xpos_names[syntax->xpos[tok]]));
    put_field(out, pl_syntax_feats(model, syntax->feats[tok]));
    pl_buffer_format(out, "%u\t", head < 0 ? 0 : (uint32_t)head - first + 1);
    put_field(out, pl_slice(pl_deprel_names[syntax->deprel[tok]]));
}

static void put_token(PlBuffer *out, const PlAnnotation *annotation, const PlSyntaxModel *model,
                      uint32_t tok, NameCursor *names)
{
    const PlTokens *tokens = &annotation->tokens;
    uint32_t first = tokens->sent_first_tok[tokens->sent[tok]];
    pl_buffer_format(out, "%u\t", tok - first + 1);
    put_field(out, tokens->form[tok]);
    put_syntax(out, &annotation->syntax, model, tok, first);
    pl_buffer_puts(out, "_\t");
    put_name_tag(out, names, tok);
    put_tagger(out, &annotation->syntax, tok);
    pl_buffer_puts(out, space_follows(tokens, tok) ? "\n" : "|SpaceAfter=No\n");
}

void pl_annotation_conllu_write(const PlAnnotation *annotation, const PlSyntaxModel *model,
                                PlBuffer *out)
{
    const PlTokens *tokens = &annotation->tokens;
    NameCursor names = {.mentions = &annotation->mentions, .inside = -1};
    put_comment(out, "newdoc id", annotation->article.metadata.id);
    for (uint32_t s = 0; s < tokens->n_sents; s++) {
        put_sentence_id(out, annotation, s + 1);
        put_comment(out, "text", pl_slice_of(annotation->article.text, tokens->sent_span[s]));
        for (uint32_t t = tokens->sent_first_tok[s]; t < tokens->sent_first_tok[s + 1]; t++)
            put_token(out, annotation, model, t, &names);
        pl_buffer_putc(out, '\n');
    }
}
