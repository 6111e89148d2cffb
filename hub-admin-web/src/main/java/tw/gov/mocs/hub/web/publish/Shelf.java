package tw.gov.mocs.hub.web.publish;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.function.Function;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.content.ContentSearch;
import tw.gov.mocs.hub.content.Entries;
import tw.gov.mocs.hub.content.Entry;
import tw.gov.mocs.hub.content.EntryContent;
import tw.gov.mocs.hub.shared.Page;

/**
 * One kind of entries, and how its content is read from a form and written into it.
 *
 * @param kind which
 * @param entries where they are kept
 * @param read from a form without faults
 * @param written into a form
 */
record Shelf<C extends EntryContent, T extends Entry<C>>(
    EntryKind kind,
    Entries<C, T> entries,
    Function<TypedEntry, C> read,
    Function<C, TypedEntry> written) {

  /** An entry as the pages show it. */
  ShownEntry get(long id) {
    return shown(entries.get(id));
  }

  Page<ShownEntry> search(ContentSearch search) {
    Page<T> found = entries.search(search);
    return new Page<>(
        found.items().stream().map(this::shown).toList(),
        found.number(),
        found.size(),
        found.total());
  }

  ShownEntry create(String form, TypedEntry typed, Actor actor) {
    return shown(entries.createOnce(form, read.apply(typed), actor));
  }

  /** Changes it, unless it says that already; whether it is another than it was looked at. */
  boolean change(long id, int version, TypedEntry typed, Actor actor) {
    C content = read.apply(typed);
    T present = entries.get(id);
    if (present.content().equals(content)) {
      // A second click finds what the first one did; its version is the one before.
      return present.version() != version;
    }
    entries.change(id, version, content, actor);
    return true;
  }

  private ShownEntry shown(T entry) {
    C content = entry.content();
    return new ShownEntry(
        entry.id(),
        entry.version(),
        entries.state(entry),
        written.apply(content),
        content.title(),
        content.from(),
        content.to(),
        entry.changedAt());
  }

  /** The first day of a form without faults. */
  static LocalDate from(TypedEntry typed) {
    return requireNonNull(typed.firstDay().day(), "from");
  }
}
