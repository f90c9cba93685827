/* The label sets of Universal Dependencies v2 for English, as numbers and names.
 * source: https://universaldependencies.org/u/pos, .../u/dep; Penn Treebank tags for xpos. */
#ifndef PL_SYNTAX_LABELS_H
#define PL_SYNTAX_LABELS_H

#include <stdint.h>

/* It never comes to rest on these lists. */
/* clang-format off */
#define PL_UPOS_LIST(X)                                                                            \
    X(ADJ)                                                                                         \
    X(ADP) X(ADV) X(AUX) X(CCONJ) X(DET) X(INTJ) X(NOUN) X(NUM) X(PART) X(PRON) X(PROPN) X(PUNCT)  \
        X(SCONJ) X(SYM) X(VERB) X(X)

typedef enum PlUpos {
#define X(name) PL_UPOS_##name,
    PL_UPOS_LIST(X)
#undef X
        PL_N_UPOS
} PlUpos;

/* name in C, name in CoNLL-U */
#define PL_XPOS_LIST(X)                                                                            \
    X(ADD, "ADD")                                                                                  \
    X(AFX, "AFX") X(CC, "CC") X(CD, "CD") X(DT, "DT") X(EX, "EX") X(FW, "FW") X(GW, "GW")          \
        X(HYPH, "HYPH") X(IN, "IN") X(JJ, "JJ") X(JJR, "JJR") X(JJS, "JJS") X(LRB, "-LRB-")        \
            X(LS, "LS") X(MD, "MD") X(NFP, "NFP") X(NN, "NN") X(NNP, "NNP") X(NNPS, "NNPS")        \
                X(NNS, "NNS") X(PDT, "PDT") X(POS, "POS") X(PRP, "PRP") X(PRPS, "PRP$")            \
                    X(RB, "RB") X(RBR, "RBR") X(RBS, "RBS") X(RP, "RP") X(RRB, "-RRB-")            \
                        X(SYM, "SYM") X(TO, "TO") X(UH, "UH") X(VB, "VB") X(VBD, "VBD")            \
                            X(VBG, "VBG") X(VBN, "VBN") X(VBP, "VBP") X(VBZ, "VBZ") X(WDT, "WDT")  \
                                X(WP, "WP") X(WPS, "WP$") X(WRB, "WRB") X(XX, "XX") X(DOLLAR, "$") \
                                    X(OPEN_QUOTE, "``") X(CLOSE_QUOTE, "''") X(COMMA, ",")         \
                                        X(STOP, ".") X(COLON, ":") X(HASH, "#")

typedef enum PlXpos {
#define X(name, text) PL_XPOS_##name,
    PL_XPOS_LIST(X)
#undef X
        PL_N_XPOS
} PlXpos;

#define PL_DEPREL_LIST(X)                                                                          \
    X(root, "root")                                                                                \
    X(acl, "acl") X(acl_relcl, "acl:relcl") X(advcl, "advcl") X(advcl_relcl, "advcl:relcl") X(     \
        advmod, "advmod") X(amod, "amod") X(appos, "appos") X(aux, "aux") X(aux_pass, "aux:pass")  \
        X(case, "case") X(cc, "cc") X(cc_preconj, "cc:preconj") X(ccomp, "ccomp") X(clf, "clf") X( \
            compound, "compound") X(compound_prt, "compound:prt") X(conj, "conj") X(cop, "cop")    \
            X(csubj, "csubj") X(csubj_outer, "csubj:outer") X(csubj_pass, "csubj:pass")            \
                X(dep, "dep") X(det, "det") X(det_predet, "det:predet") X(discourse, "discourse")  \
                    X(dislocated, "dislocated") X(expl, "expl") X(fixed, "fixed") X(flat, "flat")  \
                        X(goeswith, "goeswith") X(iobj, "iobj") X(list, "list") X(mark, "mark")    \
                            X(nmod, "nmod") X(nmod_desc, "nmod:desc") X(nmod_poss, "nmod:poss")    \
                                X(nmod_unmarked, "nmod:unmarked") X(nsubj, "nsubj")                \
                                    X(nsubj_outer, "nsubj:outer") X(nsubj_pass, "nsubj:pass") X(   \
                                        nummod, "nummod") X(obj, "obj") X(obl, "obl")              \
                                        X(obl_agent, "obl:agent") X(obl_unmarked, "obl:unmarked")  \
                                            X(orphan, "orphan") X(parataxis, "parataxis")          \
                                                X(punct, "punct") X(reparandum, "reparandum")      \
                                                    X(vocative, "vocative") X(xcomp, "xcomp")

/* clang-format on */

typedef enum PlDeprel {
#define X(name, text) PL_DEPREL_##name,
    PL_DEPREL_LIST(X)
#undef X
        PL_N_DEPREL
} PlDeprel;

extern const char *const pl_upos_names[PL_N_UPOS];
extern const char *const pl_xpos_names[PL_N_XPOS];
extern const char *const pl_deprel_names[PL_N_DEPREL];

#endif
