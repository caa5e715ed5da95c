import FoundationEssentials
import FoundationInternationalization

/// Names of time zones as the IANA database has them.
package enum TimeZoneName {
    package static func isKnown(_ name: String) -> Bool {
        name == "UTC" || (name.contains("/") && name.utf8.count <= 64 && TimeZone(identifier: name) != nil)
    }
}
