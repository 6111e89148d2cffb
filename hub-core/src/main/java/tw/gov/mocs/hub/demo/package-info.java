/** 示範: the demo's certificates, sample records and sample applications, all made by code. */
@NullMarked
package tw.gov.mocs.hub.demo;

import org.jspecify.annotations.NullMarked;
