#include "quote/context.h"

bool pl_tok_range_empty(PlTokRange range)
{
    return range.first >= range.end;
}

bool pl_tok_range_has(PlTokRange range, uint32_t tok)
{
    return tok >= range.first && tok < range.end;
}

PlTokRange pl_quote_sentence(const PlQuoteContext *context, uint32_t tok)
{
    const uint32_t *first = context->tokens->sent_first_tok;
    uint32_t sent = context->tokens->sent[tok];
    return (PlTokRange){first[sent], first[sent + 1]};
}

bool pl_quote_is_upos(const PlQuoteContext *context, uint32_t tok, PlUpos upos)
{
    return context->syntax->upos[tok] == upos;
}

bool pl_quote_is_xpos(const PlQuoteContext *context, uint32_t tok, PlXpos xpos)
{
    return context->syntax->xpos[tok] == xpos;
}

bool pl_quote_is_noun(const PlQuoteContext *context, uint32_t tok)
{
    uint8_t upos = context->syntax->upos[tok];
    return upos == PL_UPOS_NOUN || upos == PL_UPOS_PROPN;
}

bool pl_quote_in_noun_phrase(const PlQuoteContext *context, uint32_t tok)
{
    uint8_t xpos = context->syntax->xpos[tok];
    if (xpos == PL_XPOS_WP || xpos == PL_XPOS_WDT) return false;
    switch (context->syntax->upos[tok]) {
    case PL_UPOS_NOUN:
    case PL_UPOS_PROPN:
    case PL_UPOS_NUM:
    case PL_UPOS_ADJ:
    case PL_UPOS_DET:
    case PL_UPOS_PRON:
    case PL_UPOS_SYM:
        return true;
    default:
        return xpos == PL_XPOS_POS;
    }
}

bool pl_quote_is_verb(const PlQuoteContext *context, uint32_t tok)
{
    if (context->syntax->upos[tok] == PL_UPOS_VERB) return true;
    if (context->syntax->upos[tok] != PL_UPOS_NOUN) return false;
    uint8_t xpos = context->syntax->xpos[tok];
    return xpos == PL_XPOS_VBZ || xpos == PL_XPOS_VBD || xpos == PL_XPOS_VBP;
}

bool pl_quote_is_finite(const PlQuoteContext *context, uint32_t tok)
{
    if (!pl_quote_is_verb(context, tok) && context->syntax->upos[tok] != PL_UPOS_AUX) return false;
    switch (context->syntax->xpos[tok]) {
    case PL_XPOS_VBD:
    case PL_XPOS_VBZ:
    case PL_XPOS_VBP:
    case PL_XPOS_MD:
        return true;
    default:
        return false;
    }
}

bool pl_quote_is_mark(const PlQuoteContext *context, uint32_t tok)
{
    return context->tokens->flags[tok] & (PL_TOK_QUOTE_OPEN | PL_TOK_QUOTE_CLOSE);
}

bool pl_quote_opens(const PlQuoteContext *context, uint32_t tok)
{
    return context->tokens->flags[tok] & PL_TOK_QUOTE_OPEN;
}

bool pl_quote_closes(const PlQuoteContext *context, uint32_t tok)
{
    return context->tokens->flags[tok] & PL_TOK_QUOTE_CLOSE;
}

bool pl_quote_is(const PlQuoteContext *context, uint32_t tok, const char *lower)
{
    return pl_slice_is(context->tokens->lower[tok], lower);
}

const PlMention *pl_quote_mention_at(const PlQuoteContext *context, uint32_t tok)
{
    int32_t mention = context->mentions->mention_of_tok[tok];
    return mention < 0 ? NULL : &context->mentions->mentions.items[mention];
}

int32_t pl_quote_time_at(const PlQuoteContext *context, uint32_t tok)
{
    const PlMentions *mentions = context->mentions;
    uint32_t start = context->tokens->start_byte[tok];
    uint32_t low = 0;
    uint32_t high = mentions->times.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (mentions->times.items[middle].span.start_byte < start)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < mentions->times.n && mentions->times.items[low].span.start_byte == start;
    return found ? (int32_t)low : -1;
}

uint32_t pl_quote_time_end(const PlQuoteContext *context, uint32_t tok)
{
    int32_t time = pl_quote_time_at(context, tok);
    if (time < 0) return tok;
    return pl_tokens_at(context->tokens, context->mentions->times.items[time].span.end_byte);
}
