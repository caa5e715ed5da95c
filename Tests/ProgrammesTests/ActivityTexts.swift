/// Files of activities about invented States, in our own words.
enum ActivityTexts {
    static func file(_ activities: String..., version: String = "2.03") -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <iati-activities version="\(version)" generated-datetime="2026-01-31T09:30:00Z">
        \(activities.joined(separator: "\n"))
        </iati-activities>
        """
    }

    /// A programme with everything lists, sums and links look at.
    static let courts = activity("XA-COURT-1")

    static func activity(
        _ identifier: String, updated: String = "2026-01-10T12:00:00Z",
        title: String = "Courts that children can trust",
        extra: String = ""
    ) -> String {
        """
        <iati-activity last-updated-datetime="\(updated)" xml:lang="en" default-currency="EUR" hierarchy="1" humanitarian="0">
          <iati-identifier>\(identifier)</iati-identifier>
          <reporting-org ref="XA-COURT" type="10"><narrative>Fund for Justice of Belmar</narrative></reporting-org>
          <title><narrative>\(title)</narrative><narrative xml:lang="fr">Des tribunaux auxquels les enfants se fient</narrative></title>
          <description type="1"><narrative>Train judges &amp; prosecutors; hear children in rooms made for them.</narrative></description>
          <description type="2"><narrative>Fewer children held before trial.</narrative></description>
          <participating-org ref="XA-COURT" type="10" role="1"><narrative>Fund for Justice of Belmar</narrative></participating-org>
          <participating-org type="24" role="4"><narrative>League of Aldora</narrative></participating-org>
          <other-identifier ref="77" type="A1"/>
          <activity-status code="2"/>
          <activity-date type="1" iso-date="2024-03-01"/>
          <activity-date type="2" iso-date="2024-04-15"><narrative>When the first judges came</narrative></activity-date>
          <activity-date type="3" iso-date="2027-12-31"/>
          <contact-info type="1"><organisation><narrative>Desk of the Fund</narrative></organisation><email>desk@fund.example</email></contact-info>
          <activity-scope code="4"/>
          <recipient-country code="XAA" percentage="75.5"/>
          <recipient-country code="XAB" percentage="24.5"/>
          <sector vocabulary="1" code="15134" percentage="60"/>
          <sector vocabulary="1" code="15137" percentage="40"/>
          <sector vocabulary="8" code="16.3"/>
          <tag vocabulary="2" code="16"/>
          <policy-marker vocabulary="1" code="1" significance="1"/>
          <collaboration-type code="1"/>
          <default-flow-type code="10"/>
          <default-finance-type code="110"/>
          <default-aid-type code="C01"/>
          <default-tied-status code="5"/>
          <budget type="1" status="1"><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/><value value-date="2024-01-01">100000.10</value></budget>
          <budget type="2" status="2"><period-start iso-date="2025-01-01"/><period-end iso-date="2025-12-31"/><value currency="USD" value-date="2025-01-01">200000.25</value></budget>
          <planned-disbursement type="1"><period-start iso-date="2025-06-01"/><value value-date="2025-06-01">5000</value></planned-disbursement>
          <transaction ref="T1"><transaction-type code="2"/><transaction-date iso-date="2024-02-01"/><value value-date="2024-02-01">300000</value></transaction>
          <transaction><transaction-type code="3"/><transaction-date iso-date="2024-05-01"/><value value-date="2024-05-02">75000.55</value><description><narrative>First rooms</narrative></description><provider-org ref="XA-COURT" provider-activity-id="XA-COURT-0"/><receiver-org><narrative>League of Aldora</narrative></receiver-org></transaction>
          <transaction><transaction-type code="3"/><transaction-date iso-date="2024-11-01"/><value value-date="2024-11-01">-25000.56</value></transaction>
          <transaction><transaction-type code="4"/><transaction-date iso-date="2025-02-01"/><value currency="JPY" value-date="2025-02-01">1200000</value></transaction>
          <document-link url="https://fund.example/plan.pdf" format="application/pdf"><title><narrative>Plan</narrative></title><category code="A02"/><language code="en"/></document-link>
          <related-activity ref="XA-COURT-0" type="1"/>
          <conditions attached="1"><condition type="1"><narrative>The law on juvenile justice is published.</narrative></condition></conditions>
          <result type="1" aggregation-status="0"><title><narrative>Rooms</narrative></title><indicator measure="1" ascending="1"><title><narrative>Rooms in use</narrative></title><baseline year="2023" value="0"/><period><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/><target value="4"><dimension name="place" value="city"/></target><actual value="3"/></period></indicator></result>
          \(extra)
        </iati-activity>
        """
    }

    /// Version 1.03: names for codes, text without narratives, days as text.
    static let old = """
        <iati-activity default-currency="USD" xml:lang="en" last-updated-datetime="2013-05-01T00:00:00">
          <reporting-org ref="XB-OLD" type="10">Old Agency of Corvia</reporting-org>
          <iati-identifier>XB-OLD-9</iati-identifier>
          <other-identifier owner-ref="XB-OLD" owner-name="Old Agency">9/2013</other-identifier>
          <title>Wells for the hills</title>
          <title xml:lang="fr">Des puits pour les collines</title>
          <description type="1">Ten wells.</description>
          <activity-status code="2">Implementation</activity-status>
          <activity-date type="start-planned" iso-date="2013-01-01"/>
          <activity-date type="end-planned">2014-12-31</activity-date>
          <participating-org ref="XB-OLD" type="10" role="Funding">Old Agency of Corvia</participating-org>
          <participating-org role="Implementing">Builders</participating-org>
          <recipient-country code="XAC" percentage="100">Corvia</recipient-country>
          <sector code="14030" vocabulary="DAC" percentage="100">Basic drinking water</sector>
          <policy-marker code="2" vocabulary="DAC" significance="1">Environment</policy-marker>
          <default-aid-type code="C01">Projects</default-aid-type>
          <budget type="original"><period-start iso-date="2013-01-01"/><period-end iso-date="2013-12-31"/><value>9000.50</value></budget>
          <transaction><transaction-type code="D">Disbursement</transaction-type><value value-date="2013-02-01">4000</value><transaction-date iso-date="2013-02-01"/><provider-org ref="XB-OLD">Old Agency</provider-org></transaction>
          <document-link url="https://old.example/a" format="text/html"><title>Page</title><title xml:lang="fr">Page fr</title><category code="A12"/><language>en</language></document-link>
          <location><name>Hill</name><coordinates latitude="10.5" longitude="-3.25" precision="1"/><location-type code="PPL"/></location>
          <conditions attached="1"><condition type="2">Villages help to dig.</condition></conditions>
          <result type="1"><title>Wells</title><indicator measure="1"><title>Wells dug</title><baseline year="2012" value="0"><comment>None</comment></baseline><period><period-start iso-date="2013-01-01"/><period-end iso-date="2013-12-31"/><target value="10"/><actual value="6"/></period></indicator></result>
          <activity-website>https://old.example</activity-website>
        </iati-activity>
        """
}
