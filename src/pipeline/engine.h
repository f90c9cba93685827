/* Engine: which engine made an annotation. A report that has not changed is not analysed again,
 * unless the engine has. */
#ifndef PL_PIPELINE_ENGINE_H
#define PL_PIPELINE_ENGINE_H

#include <stdint.h>

/* To be raised with every change to the code that makes pl_annotate give something else. */
enum { PL_ENGINE_VERSION = 2 };

/* One number for the code's version, the bytes of the model and of every table in data/en. O(those
 * bytes), a few milliseconds; ask once. */
uint64_t pl_engine_fingerprint(void);

#endif
