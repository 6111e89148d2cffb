/** 申請審核管理: the reviewers' queue, and what is decided on one application. */
@NullMarked
package tw.gov.mocs.hub.web.review;

import org.jspecify.annotations.NullMarked;
