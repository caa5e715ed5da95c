import Domain
import Markup
import Operations

/// What reports of data files and of documents print alike.
extension ImportReport {
    /// With one digit behind the point.
    var roundedSeconds: String { String(Int(seconds * 10) / 10) + "." + String(Int(seconds * 10) % 10) }

    func writeRejections(to writer: JSONWriter) {
        writer.array("rejections") {
            for rejection in rejections {
                writer.object {
                    writer.member("row", rejection.row)
                    writer.member("field", rejection.field)
                    writer.member("reason", rejection.reason)
                }
            }
        }
    }
}
