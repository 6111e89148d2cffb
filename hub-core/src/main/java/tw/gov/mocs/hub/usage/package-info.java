/** 使用情形: what agencies use of their grants, and what of it is unusual. */
@NullMarked
package tw.gov.mocs.hub.usage;

import org.jspecify.annotations.NullMarked;
