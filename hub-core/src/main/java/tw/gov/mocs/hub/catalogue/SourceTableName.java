package tw.gov.mocs.hub.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A table or view of the source as its database lists it.
 *
 * @param name as the database writes it
 * @param view whether it is a view
 * @param remark its comment in the source, if it has one
 */
public record SourceTableName(String name, boolean view, @Nullable String remark) {}
