/** 帳號管理: the accounts of the ministry's and the agencies' people, and who may do what. */
@NullMarked
package tw.gov.mocs.hub.web.account;

import org.jspecify.annotations.NullMarked;
