//! A mail as an article: subject, day and text. Attachments are not opened.

use super::{Intake, Refusal, html};
use mail_parser::MessageParser;

/// The mail's plain text, or that of its HTML where there is no other.
pub fn article(bytes: &[u8]) -> Result<Intake, Refusal> {
    let mail = MessageParser::default().parse(bytes).ok_or(Refusal::Damaged)?;
    let plain = mail.text_bodies().find(|part| !part.is_text_html()).and_then(|part| part.text_contents());
    let body = match plain {
        Some(text) => Intake { text: text.to_string(), ..Intake::default() },
        None => mail.body_html(0).map(|source| html::article(&source)).unwrap_or_default(),
    };
    let day = mail.date().map(|d| format!("{:04}-{:02}-{:02}", d.year, d.month, d.day));
    Ok(Intake { title: mail.subject().map(str::to_string), published: day.or(body.published), text: body.text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subject_day_and_text() {
        let mail = "From: a@example.org\r\nTo: b@example.org\r\nSubject: =?utf-8?q?Two_die_in_K=C3=B6ln?=\r\n\
                    Date: Sat, 24 Jan 2026 23:10:00 +0100\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\
                    Content-Transfer-Encoding: quoted-printable\r\n\r\nTwo people died in K=F6ln.\r\n";
        let intake = article(mail.as_bytes()).unwrap();
        assert_eq!(intake.title.as_deref(), Some("Two die in Köln"));
        assert_eq!(intake.published.as_deref(), Some("2026-01-24"));
        assert_eq!(intake.text.trim(), "Two people died in Köln.");
    }

    #[test]
    fn a_mail_that_is_only_html() {
        let mail = "From: a@example.org\r\nSubject: News\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\
                    <p>Two people died.</p><script>x()</script><p>In Brod.</p>";
        assert_eq!(article(mail.as_bytes()).unwrap().text, "Two people died.\n\nIn Brod.");
    }
}
