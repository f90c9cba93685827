/* One annotated report as one line of JSON: the contract of `parley annotate`. Every field is
 * always there. */
#ifndef PL_VIEW_ANNOTATION_JSON_H
#define PL_VIEW_ANNOTATION_JSON_H

#include "base/json.h"
#include "pipeline/annotation.h"

void pl_annotation_json_write(const PlAnnotation *annotation, const PlSyntaxModel *model,
                              bool with_tokens, PlBuffer *out);

/* CoNLL-U v2, with "# newdoc id", "# sent_id", "# text", and in MISC NER=B-PER, of a
 * name as it is mentioned, and Tagger=B-PER, of what the tagger of names alone takes it for. */
void pl_annotation_conllu_write(const PlAnnotation *annotation, const PlSyntaxModel *model,
                                PlBuffer *out);

#endif
