/** 服務管理: services as the ministry composes, compares, publishes, opens and closes them. */
@NullMarked
package tw.gov.mocs.hub.web.service;

import org.jspecify.annotations.NullMarked;
