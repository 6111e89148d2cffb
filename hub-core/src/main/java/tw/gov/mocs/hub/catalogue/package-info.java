/** 服務目錄: tables, fields, code lists and services, and the contract made from them. */
@NullMarked
package tw.gov.mocs.hub.catalogue;

import org.jspecify.annotations.NullMarked;
