/* Whole file: a file that a reader sees as it was or as it will be, never half written. It is
 * written under another name and takes its own when it is whole.
 *
 * errors   DISK_FULL, READ_ONLY, NOT_FOUND, BAD_ARGUMENT, NO_MEMORY, SYSTEM; messages name the file
 */
#ifndef PL_API_WHOLE_FILE_H
#define PL_API_WHOLE_FILE_H

#include "base/buffer.h"

/* Makes the folder when it is absent; the one that it lies in must exist. */
ParleyStatus pl_whole_file_folder(const char *folder, ParleyError *error);

/* `fill` puts the content into `out`, which writes on its way; what it answers comes out, and then
 * there is no file but the old one. CANNOT_WRITE of `fill` becomes what the system says. */
ParleyStatus pl_whole_file_write(const char *folder, const char *name,
                                 ParleyStatus (*fill)(void *context, PlBuffer *out), void *context,
                                 ParleyError *error);

#endif
