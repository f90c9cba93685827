/* Syntax by rule: closed classes, suffixes and the nearest candidate head. */
#include "syntax/syntax.h"

#include "base/symbols.h"

#include <string.h>

typedef struct Word {
    const char *form;
    uint8_t upos;
    uint8_t xpos;
    const char *lemma; /* NULL: the form */
} Word;

#define W(form, upos, xpos, lemma)                                                                 \
    {                                                                                              \
        form, PL_UPOS_##upos, PL_XPOS_##xpos, lemma                                                \
    }
static const Word words[] = {
    W("the", DET, DT, 0),
    W("a", DET, DT, 0),
    W("an", DET, DT, "a"),
    W("this", DET, DT, 0),
    W("these", DET, DT, "this"),
    W("that", SCONJ, IN, 0),
    W("those", DET, DT, "that"),
    W("some", DET, DT, 0),
    W("any", DET, DT, 0),
    W("no", DET, DT, 0),
    W("all", DET, DT, 0),
    W("both", DET, DT, 0),
    W("each", DET, DT, 0),
    W("every", DET, DT, 0),
    W("another", DET, DT, 0),
    W("i", PRON, PRP, "I"),
    W("you", PRON, PRP, 0),
    W("he", PRON, PRP, 0),
    W("she", PRON, PRP, 0),
    W("it", PRON, PRP, 0),
    W("we", PRON, PRP, 0),
    W("they", PRON, PRP, 0),
    W("me", PRON, PRP, "I"),
    W("him", PRON, PRP, "he"),
    W("us", PRON, PRP, "we"),
    W("them", PRON, PRP, "they"),
    W("himself", PRON, PRP, 0),
    W("itself", PRON, PRP, 0),
    W("themselves", PRON, PRP, 0),
    W("my", PRON, PRPS, 0),
    W("your", PRON, PRPS, 0),
    W("his", PRON, PRPS, 0),
    W("her", PRON, PRPS, 0),
    W("its", PRON, PRPS, 0),
    W("our", PRON, PRPS, 0),
    W("their", PRON, PRPS, 0),
    W("who", PRON, WP, 0),
    W("whom", PRON, WP, "who"),
    W("which", PRON, WDT, 0),
    W("what", PRON, WP, 0),
    W("whose", PRON, WPS, 0),
    W("there", PRON, EX, 0),
    W("nobody", PRON, NN, 0),
    W("everyone", PRON, NN, 0),
    W("nothing", PRON, NN, 0),
    W("when", ADV, WRB, 0),
    W("where", ADV, WRB, 0),
    W("how", ADV, WRB, 0),
    W("why", ADV, WRB, 0),
    W("of", ADP, IN, 0),
    W("in", ADP, IN, 0),
    W("on", ADP, IN, 0),
    W("at", ADP, IN, 0),
    W("by", ADP, IN, 0),
    W("for", ADP, IN, 0),
    W("with", ADP, IN, 0),
    W("from", ADP, IN, 0),
    W("between", ADP, IN, 0),
    W("about", ADP, IN, 0),
    W("into", ADP, IN, 0),
    W("over", ADP, IN, 0),
    W("under", ADP, IN, 0),
    W("against", ADP, IN, 0),
    W("during", ADP, IN, 0),
    W("without", ADP, IN, 0),
    W("within", ADP, IN, 0),
    W("through", ADP, IN, 0),
    W("among", ADP, IN, 0),
    W("toward", ADP, IN, 0),
    W("towards", ADP, IN, 0),
    W("despite", ADP, IN, 0),
    W("than", ADP, IN, 0),
    W("as", ADP, IN, 0),
    W("to", ADP, IN, 0),
    W("before", ADP, IN, 0),
    W("after", ADP, IN, 0),
    W("since", ADP, IN, 0),
    W("until", ADP, IN, 0),
    W("because", SCONJ, IN, 0),
    W("if", SCONJ, IN, 0),
    W("while", SCONJ, IN, 0),
    W("although", SCONJ, IN, 0),
    W("though", SCONJ, IN, 0),
    W("whether", SCONJ, IN, 0),
    W("unless", SCONJ, IN, 0),
    W("and", CCONJ, CC, 0),
    W("or", CCONJ, CC, 0),
    W("but", CCONJ, CC, 0),
    W("nor", CCONJ, CC, 0),
    W("not", PART, RB, 0),
    W("n't", PART, RB, "not"),
    W("'s", PART, POS, 0),
    W("'", PART, POS, "'s"),
    W("be", AUX, VB, 0),
    W("is", AUX, VBZ, "be"),
    W("are", AUX, VBP, "be"),
    W("am", AUX, VBP, "be"),
    W("was", AUX, VBD, "be"),
    W("were", AUX, VBD, "be"),
    W("been", AUX, VBN, "be"),
    W("being", AUX, VBG, "be"),
    W("'re", AUX, VBP, "be"),
    W("'m", AUX, VBP, "be"),
    W("have", AUX, VBP, "have"),
    W("has", AUX, VBZ, "have"),
    W("had", AUX, VBD, "have"),
    W("having", AUX, VBG, "have"),
    W("'ve", AUX, VBP, "have"),
    W("do", AUX, VBP, "do"),
    W("does", AUX, VBZ, "do"),
    W("did", AUX, VBD, "do"),
    W("will", AUX, MD, 0),
    W("would", AUX, MD, 0),
    W("can", AUX, MD, 0),
    W("could", AUX, MD, 0),
    W("may", AUX, MD, 0),
    W("might", AUX, MD, 0),
    W("must", AUX, MD, 0),
    W("should", AUX, MD, 0),
    W("shall", AUX, MD, 0),
    W("'ll", AUX, MD, "will"),
    W("'d", AUX, MD, "would"),
    W("ca", AUX, MD, "can"),
    W("wo", AUX, MD, "will"),
    W("very", ADV, RB, 0),
    W("also", ADV, RB, 0),
    W("still", ADV, RB, 0),
    W("never", ADV, RB, 0),
    W("only", ADV, RB, 0),
    W("then", ADV, RB, 0),
    W("now", ADV, RB, 0),
    W("again", ADV, RB, 0),
    W("here", ADV, RB, 0),
    W("so", ADV, RB, 0),
    W("already", ADV, RB, 0),
    W("more", ADJ, JJR, "many"),
    W("most", ADJ, JJS, "many"),
    W("other", ADJ, JJ, 0),
    W("new", ADJ, JJ, 0),
    W("many", ADJ, JJ, 0),
    W("such", ADJ, JJ, 0),
    W("last", ADJ, JJ, 0),
    W("next", ADJ, JJ, 0),
    W("first", ADJ, JJ, 0),
    W("former", ADJ, JJ, 0),
    W("one", NUM, CD, 0),
    W("two", NUM, CD, 0),
    W("three", NUM, CD, 0),
    W("four", NUM, CD, 0),
    W("five", NUM, CD, 0),
    W("six", NUM, CD, 0),
    W("seven", NUM, CD, 0),
    W("eight", NUM, CD, 0),
    W("nine", NUM, CD, 0),
    W("ten", NUM, CD, 0),
    W("million", NUM, CD, 0),
    W("said", VERB, VBD, "say"),
    W("says", VERB, VBZ, "say"),
    W("told", VERB, VBD, "tell"),
    W("held", VERB, VBD, "hold"),
    W("met", VERB, VBD, "meet"),
    W("sent", VERB, VBD, "send"),
    W("led", VERB, VBD, "lead"),
    W("made", VERB, VBD, "make"),
    W("took", VERB, VBD, "take"),
    W("went", VERB, VBD, "go"),
    W("came", VERB, VBD, "come"),
    W("gave", VERB, VBD, "give"),
    W("began", VERB, VBD, "begin"),
    W("left", VERB, VBD, "leave"),
    W("kept", VERB, VBD, "keep"),
    W("won", VERB, VBD, "win"),
    W("lost", VERB, VBD, "lose"),
    W("broke", VERB, VBD, "break"),
    W("spoke", VERB, VBD, "speak"),
    W("saw", VERB, VBD, "see"),
    W("got", VERB, VBD, "get"),
    W("thought", VERB, VBD, "think"),
    W("brought", VERB, VBD, "bring"),
    W("called", VERB, VBD, "call"),
    W("put", VERB, VBD, "put"),
    W("met", VERB, VBD, "meet"),
    W("agreed", VERB, VBD, "agree"),
    W("say", VERB, VBP, 0),
    W("men", NOUN, NNS, "man"),
    W("women", NOUN, NNS, "woman"),
    W("people", NOUN, NNS, "person"),
    W("children", NOUN, NNS, "child"),
};

struct PlSyntaxModel {
    PlSymbols forms; /* of `words`, by row */
    uint32_t *rows;
};

const PlSyntaxModel *pl_syntax_model_load(PlArena *arena)
{
    uint32_t n = sizeof words / sizeof *words;
    PlSyntaxModel *model = pl_arena_new(arena, PlSyntaxModel);
    model->rows = pl_arena_array(arena, uint32_t, n);
    for (uint32_t i = 0; i < n; i++) {
        int32_t symbol = pl_symbols_intern(arena, &model->forms, pl_slice(words[i].form));
        model->rows[symbol] = i;
    }
    return model;
}

static PlSlice head_of(PlSlice a, size_t drop)
{
    return (PlSlice){a.ptr, a.len - drop};
}

/* The base of a form in -ed or -ing, `drop` bytes long. */
static PlSlice verb_base(PlArena *arena, PlSlice lower, size_t drop)
{
    PlSlice stem = head_of(lower, drop);
    if (stem.len < 3) return lower;
    char last = stem.ptr[stem.len - 1];
    char before = stem.ptr[stem.len - 2];
    if (drop == 2 && last == 'i') return pl_arena_format(arena, "%.*sy", PL_PRI(head_of(stem, 1)));
    if (last == before && last != 'l' && last != 's' && last != 'e') return head_of(stem, 1);
    bool add_e = last == 'c' || last == 'v' || last == 'g' || last == 'u' || (last == 'z') ||
                 (last == 's' && before != 's') || (last == 't' && before == 'a' && stem.len > 4) ||
                 (last == 'r' && before == 'i') || (last == 'd' && before == 'i' && stem.len > 4);
    return add_e ? pl_arena_format(arena, "%.*se", PL_PRI(stem)) : stem;
}

static PlSlice plural_base(PlArena *arena, PlSlice lower)
{
    if (lower.len > 4 && pl_slice_ends(lower, "ies"))
        return pl_arena_format(arena, "%.*sy", PL_PRI(head_of(lower, 3)));
    if (pl_slice_ends(lower, "sses") || pl_slice_ends(lower, "ches") ||
        pl_slice_ends(lower, "shes") || pl_slice_ends(lower, "xes"))
        return head_of(lower, 2);
    return head_of(lower, 1);
}

typedef struct Sentence {
    PlArena *arena;
    const PlTokens *tokens;
    PlSyntax *syntax;
    uint32_t first_tok;
    uint32_t end_tok;
} Sentence;

static void set(const Sentence *s, uint32_t tok, PlUpos upos, PlXpos xpos, PlSlice lemma)
{
    s->syntax->upos[tok] = (uint8_t)upos;
    s->syntax->xpos[tok] = (uint8_t)xpos;
    s->syntax->lemma[tok] = lemma;
}

static bool noun_like(const Sentence *s, uint32_t tok)
{
    uint8_t upos = s->syntax->upos[tok];
    return upos == PL_UPOS_NOUN || upos == PL_UPOS_PROPN;
}

static bool after(const Sentence *s, uint32_t tok, PlUpos upos)
{
    return tok > s->first_tok && s->syntax->upos[tok - 1] == upos;
}

static void tag_open_class(const Sentence *s, uint32_t tok)
{
    PlSlice lower = s->tokens->lower[tok];
    uint8_t flags = s->tokens->flags[tok];
    bool after_determiner = after(s, tok, PL_UPOS_DET) || after(s, tok, PL_UPOS_ADJ) ||
                            (tok > s->first_tok && s->syntax->xpos[tok - 1] == PL_XPOS_PRPS);
    if (flags & PL_TOK_PUNCT)
        set(s, tok, PL_UPOS_PUNCT, PL_XPOS_COMMA, s->tokens->form[tok]);
    else if (flags & PL_TOK_DIGIT)
        set(s, tok, PL_UPOS_NUM, PL_XPOS_CD, s->tokens->form[tok]);
    else if ((flags & PL_TOK_CAPITAL) && tok > s->first_tok)
        set(s, tok, PL_UPOS_PROPN, PL_XPOS_NNP, s->tokens->form[tok]);
    else if (pl_slice_ends(lower, "ly"))
        set(s, tok, PL_UPOS_ADV, PL_XPOS_RB, lower);
    else if (lower.len > 4 && pl_slice_ends(lower, "ing") && !after_determiner)
        set(s, tok, PL_UPOS_VERB, PL_XPOS_VBG, verb_base(s->arena, lower, 3));
    else if (lower.len > 3 && pl_slice_ends(lower, "ed"))
        set(s, tok, PL_UPOS_VERB, after(s, tok, PL_UPOS_AUX) ? PL_XPOS_VBN : PL_XPOS_VBD,
            verb_base(s->arena, lower, 2));
    else if (tok > s->first_tok &&
             (s->syntax->xpos[tok - 1] == PL_XPOS_MD || s->syntax->xpos[tok - 1] == PL_XPOS_TO))
        set(s, tok, PL_UPOS_VERB, PL_XPOS_VB, lower);
    else if (pl_slice_ends(lower, "ous") || pl_slice_ends(lower, "ful") ||
             pl_slice_ends(lower, "ive") || pl_slice_ends(lower, "able") ||
             pl_slice_ends(lower, "al") || pl_slice_ends(lower, "ic"))
        set(s, tok, PL_UPOS_ADJ, PL_XPOS_JJ, lower);
    else if (lower.len > 3 && pl_slice_ends(lower, "s") && !pl_slice_ends(lower, "ss"))
        set(s, tok, PL_UPOS_NOUN, PL_XPOS_NNS, plural_base(s->arena, lower));
    else
        set(s, tok, PL_UPOS_NOUN, PL_XPOS_NN, lower);
}

static bool starts_verb(const Sentence *s, uint32_t tok)
{
    if (tok >= s->end_tok) return false;
    PlSlice lower = s->tokens->lower[tok];
    bool plain = !(s->tokens->flags[tok] & (PL_TOK_CAPITAL | PL_TOK_DIGIT | PL_TOK_PUNCT));
    return plain && !pl_slice_is(lower, "the") && !pl_slice_is(lower, "a") &&
           !pl_slice_is(lower, "an") && !pl_slice_is(lower, "its") && !pl_slice_is(lower, "their");
}

static void tag(const Sentence *s, const PlSyntaxModel *model, uint32_t tok)
{
    PlSlice lower = s->tokens->lower[tok];
    int32_t symbol = pl_symbols_find(&model->forms, lower);
    if (pl_slice_is(lower, "to") && starts_verb(s, tok + 1)) {
        set(s, tok, PL_UPOS_PART, PL_XPOS_TO, lower);
    } else if (symbol != PL_NO_SYMBOL) {
        const Word *word = &words[model->rows[symbol]];
        set(s, tok, (PlUpos)word->upos, (PlXpos)word->xpos,
            word->lemma ? pl_slice(word->lemma) : lower);
    } else {
        tag_open_class(s, tok);
    }
}

/* An auxiliary with no verb after it within a few words is the verb. */
static uint32_t verb_of_aux(const Sentence *s, uint32_t tok)
{
    for (uint32_t i = tok + 1; i < s->end_tok && i < tok + 5; i++) {
        uint8_t upos = s->syntax->upos[i];
        if (upos == PL_UPOS_VERB) return i;
        if (upos != PL_UPOS_ADV && upos != PL_UPOS_AUX && s->syntax->xpos[i] != PL_XPOS_RB) break;
    }
    return tok;
}

typedef struct Chain {
    int32_t root;
    int32_t last_verb;
    int32_t last_noun;
    int32_t adposition; /* open, waiting for its noun */
    bool subject_free;  /* last_noun has no head yet */
} Chain;

static void attach(const Sentence *s, uint32_t tok, int32_t head, PlDeprel deprel)
{
    s->syntax->head_tok[tok] = head;
    s->syntax->deprel[tok] = (uint8_t)deprel;
}

static uint32_t noun_run_end(const Sentence *s, uint32_t tok)
{
    while (tok + 1 < s->end_tok && noun_like(s, tok + 1))
        tok++;
    return tok;
}

static void attach_noun(const Sentence *s, Chain *chain, uint32_t tok)
{
    bool has_case = chain->adposition >= 0;
    if (has_case && chain->last_noun >= 0 && pl_slice_is(s->tokens->lower[chain->adposition], "of"))
        attach(s, tok, chain->last_noun, PL_DEPREL_nmod);
    else if (has_case && chain->last_verb >= 0)
        attach(s, tok, chain->last_verb, PL_DEPREL_obl);
    else if (has_case && chain->last_noun >= 0)
        attach(s, tok, chain->last_noun, PL_DEPREL_nmod);
    else if (chain->last_verb >= 0)
        attach(s, tok, chain->last_verb, PL_DEPREL_obj);
    else
        attach(s, tok, -1, PL_DEPREL_nsubj); /* until its verb comes */
    if (has_case) attach(s, (uint32_t)chain->adposition, (int32_t)tok, PL_DEPREL_case);
    chain->subject_free = !has_case;
    chain->adposition = -1;
    chain->last_noun = (int32_t)tok;
}

static void attach_verb(const Sentence *s, Chain *chain, uint32_t tok)
{
    if (chain->last_noun >= 0 && chain->subject_free &&
        (chain->last_verb < 0 || chain->last_noun > chain->last_verb)) {
        attach(s, (uint32_t)chain->last_noun, (int32_t)tok,
               s->syntax->xpos[tok] == PL_XPOS_VBN ? PL_DEPREL_nsubj_pass : PL_DEPREL_nsubj);
        chain->subject_free = false;
    }
    attach(s, tok, chain->last_verb, chain->last_verb >= 0 ? PL_DEPREL_ccomp : PL_DEPREL_root);
    if (chain->root < 0) chain->root = (int32_t)tok;
    chain->last_verb = (int32_t)tok;
}

static uint32_t next_content(const Sentence *s, uint32_t tok, bool verb)
{
    for (uint32_t i = tok + 1; i < s->end_tok && i < tok + 8; i++) {
        if (verb && s->syntax->upos[i] == PL_UPOS_VERB) return i;
        if (!verb && (noun_like(s, i) || s->syntax->upos[i] == PL_UPOS_PRON))
            return noun_run_end(s, i);
    }
    return tok;
}

static void attach_token(const Sentence *s, Chain *chain, uint32_t tok)
{
    uint32_t target;
    switch (s->syntax->upos[tok]) {
    case PL_UPOS_NOUN:
    case PL_UPOS_PROPN:
        target = noun_run_end(s, tok);
        if (target != tok)
            attach(s, tok, (int32_t)target, PL_DEPREL_compound);
        else
            attach_noun(s, chain, tok);
        break;
    case PL_UPOS_PRON:
        target = next_content(s, tok, false);
        if (s->syntax->xpos[tok] == PL_XPOS_PRPS && target != tok)
            attach(s, tok, (int32_t)target, PL_DEPREL_nmod_poss);
        else
            attach_noun(s, chain, tok);
        break;
    case PL_UPOS_VERB:
        attach_verb(s, chain, tok);
        break;
    case PL_UPOS_AUX:
        target = verb_of_aux(s, tok);
        if (target == tok)
            attach_verb(s, chain, tok);
        else
            attach(s, tok, (int32_t)target, PL_DEPREL_aux);
        break;
    case PL_UPOS_ADP:
        chain->adposition = (int32_t)tok;
        break;
    case PL_UPOS_DET:
    case PL_UPOS_ADJ:
    case PL_UPOS_NUM:
        target = next_content(s, tok, false);
        if (target != tok)
            attach(s, tok, (int32_t)target,
                   s->syntax->upos[tok] == PL_UPOS_DET   ? PL_DEPREL_det
                   : s->syntax->upos[tok] == PL_UPOS_NUM ? PL_DEPREL_nummod
                                                         : PL_DEPREL_amod);
        break;
    case PL_UPOS_PART:
        target = next_content(s, tok, true);
        if (s->syntax->xpos[tok] == PL_XPOS_POS && chain->last_noun >= 0)
            attach(s, tok, chain->last_noun, PL_DEPREL_case);
        else if (target != tok)
            attach(s, tok, (int32_t)target,
                   s->syntax->xpos[tok] == PL_XPOS_TO ? PL_DEPREL_mark : PL_DEPREL_advmod);
        break;
    case PL_UPOS_SCONJ:
        target = next_content(s, tok, true);
        if (target != tok) attach(s, tok, (int32_t)target, PL_DEPREL_mark);
        break;
    case PL_UPOS_CCONJ:
        target = next_content(s, tok, false);
        if (target != tok) attach(s, tok, (int32_t)target, PL_DEPREL_cc);
        break;
    default:
        break;
    }
}

/* Heads that lead back to themselves, or nowhere, go to the root. Linear: every token is walked
 * over once and then known. */
static void make_tree(const Sentence *s, int32_t root)
{
    if (root < 0) root = (int32_t)s->first_tok;
    uint32_t n = s->end_tok - s->first_tok;
    uint32_t *seen = pl_arena_array(s->arena, uint32_t, n); /* walk number; done = UINT32_MAX */
    attach(s, (uint32_t)root, -1, PL_DEPREL_root);
    seen[(uint32_t)root - s->first_tok] = UINT32_MAX;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t at = i;
        while (seen[at] == 0) {
            seen[at] = i + 1;
            int32_t head = s->syntax->head_tok[s->first_tok + at];
            if (head < 0 || seen[(uint32_t)head - s->first_tok] == i + 1) {
                uint8_t deprel = s->syntax->deprel[s->first_tok + at];
                attach(s, s->first_tok + at, root,
                       deprel == PL_DEPREL_root ? PL_DEPREL_dep : (PlDeprel)deprel);
                if (s->syntax->upos[s->first_tok + at] == PL_UPOS_PUNCT)
                    attach(s, s->first_tok + at, root, PL_DEPREL_punct);
                break;
            }
            at = (uint32_t)head - s->first_tok;
        }
        for (at = i; seen[at] == i + 1;) {
            seen[at] = UINT32_MAX;
            at = (uint32_t)s->syntax->head_tok[s->first_tok + at] - s->first_tok;
        }
    }
}

void pl_syntax_analyse(PlArena *arena, const PlSyntaxModel *model, const PlTokens *tokens,
                       PlSyntax *syntax)
{
    uint32_t n = tokens->n_tokens;
    *syntax = (PlSyntax){
        .upos = pl_arena_array(arena, uint8_t, n),
        .xpos = pl_arena_array(arena, uint8_t, n),
        .feats = pl_arena_array(arena, uint16_t, n),
        .lemma = pl_arena_array(arena, PlSlice, n),
        .head_tok = pl_arena_array(arena, int32_t, n),
        .deprel = pl_arena_array(arena, uint8_t, n),
    };
    for (uint32_t sent = 0; sent < tokens->n_sents; sent++) {
        Sentence s = {arena, tokens, syntax, tokens->sent_first_tok[sent],
                      tokens->sent_first_tok[sent + 1]};
        Chain chain = {-1, -1, -1, -1, false};
        for (uint32_t tok = s.first_tok; tok < s.end_tok; tok++)
            tag(&s, model, tok);
        for (uint32_t tok = s.first_tok; tok < s.end_tok; tok++)
            attach(&s, tok, -1, PL_DEPREL_dep);
        for (uint32_t tok = s.first_tok; tok < s.end_tok; tok++)
            attach_token(&s, &chain, tok);
        make_tree(&s, chain.root >= 0 ? chain.root : chain.last_noun);
    }
}

PlSlice pl_syntax_feats(const PlSyntaxModel *model, uint16_t feats)
{
    (void)model;
    (void)feats;
    return PL_SLICE("_");
}
