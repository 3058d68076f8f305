#ifndef REFRAIN_CSQLITE_H
#define REFRAIN_CSQLITE_H

#include <sqlite3.h>

/* Swift can't call functions with a variable number of arguments. While `isOn`, a VACUUM empties the database, whatever its file
   holds, under the locks that keep other connections out. */
static inline int refrain_sqlite_reset_database(sqlite3 *database, int isOn) {
    return sqlite3_db_config(database, SQLITE_DBCONFIG_RESET_DATABASE, isOn, (int *)0);
}

/* A macro with a cast, which Swift does not see: the bytes stay where they are until the statement is reset. */
static inline int refrain_sqlite_bind_bytes(sqlite3_stmt *statement, int place, const void *bytes, int count) {
    return sqlite3_bind_blob(statement, place, bytes, count, SQLITE_STATIC);
}

#endif
