/* The model file that is part of the program: mapped with it, shared by its processes. */
#ifndef PL_SYNTAX_BUILTIN_MODEL_H
#define PL_SYNTAX_BUILTIN_MODEL_H

#include "base/slice.h"

PlSlice pl_builtin_model(void);

#endif
