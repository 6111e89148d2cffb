/** 稽核: the log that cannot be changed unnoticed. */
@NullMarked
package tw.gov.mocs.hub.audit;

import org.jspecify.annotations.NullMarked;
