#include "syntax/builtin_model.h"

/* The assembler copies the file in: no array of ten million numbers for the compiler to read. */
__asm__(".section .rodata\n"
        ".balign 64\n"
        ".global pl_builtin_model_start\n"
        ".global pl_builtin_model_end\n"
        ".hidden pl_builtin_model_start\n"
        ".hidden pl_builtin_model_end\n"
        "pl_builtin_model_start:\n"
        ".incbin \"" PARLEY_MODEL_FILE "\"\n"
        "pl_builtin_model_end:\n"
        ".byte 0\n"
        ".previous\n");

extern const char pl_builtin_model_start[];
extern const char pl_builtin_model_end[];

PlSlice pl_builtin_model(void)
{
    return (PlSlice){pl_builtin_model_start,
                     (size_t)(pl_builtin_model_end - pl_builtin_model_start)};
}
