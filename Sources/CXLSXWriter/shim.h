#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

/* A file that is only in memory and that no other process can reach by a name; -1 when the system has none.
   Called by its number, because the declaration in sys/mman.h is only there with _GNU_SOURCE. */
static inline int vakmatrix_memory_file(const char *name) { return (int)syscall(SYS_memfd_create, name, 1u); }
