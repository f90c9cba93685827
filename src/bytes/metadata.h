/* Metadata: what is known of a report besides its text. Empty = unknown. */
#ifndef PL_BYTES_METADATA_H
#define PL_BYTES_METADATA_H

#include "base/slice.h"

typedef struct PlMetadata {
    PlSlice id; /* the file's name without its ending, unless said otherwise */
    PlSlice source;
    PlSlice url;
    PlSlice title;
    PlSlice published; /* ISO 8601 */
} PlMetadata;

#endif
