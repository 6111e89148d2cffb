/** 介接模組: what an agency takes home for an approved Web Service application, in one zip. */
@NullMarked
package tw.gov.mocs.hub.integration;

import org.jspecify.annotations.NullMarked;
