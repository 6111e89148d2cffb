/** 稽核管理: the auditors' pages. */
@NullMarked
package tw.gov.mocs.hub.web.audit;

import org.jspecify.annotations.NullMarked;
