/** 申請服務: what can be applied for, and steps one to five of an application. */
@NullMarked
package tw.gov.mocs.hub.web.apply;

import org.jspecify.annotations.NullMarked;
