/** 授權管理: the grants, and what becomes of them after they were made. */
@NullMarked
package tw.gov.mocs.hub.web.grant;

import org.jspecify.annotations.NullMarked;
