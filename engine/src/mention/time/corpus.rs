//! The corpus: what each time expression of a sentence means, labelled by hand, and sentences that hold none.

use super::{TimeKind, find, published_in};
use crate::Day;
use crate::text::Text;

/// Text, day of publication, and every expression in it with what it means: an ISO value, `?` for a point that nothing
/// settles, `since` and a value, `length`, `repeat` or `clock`.
type Row = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// Saturday 24 January 2026.
const SAT: &str = "2026-01-24";
/// Wednesday 18 June 2025.
const WED: &str = "2025-06-18";
/// Monday 4 March 2024.
const MON: &str = "2024-03-04";

const CORPUS: &[Row] = &[
    // Days by name of their distance.
    ("The depot burned today.", SAT, &[("today", "2026-01-24")]),
    ("Two barges sank yesterday.", MON, &[("yesterday", "2024-03-03")]),
    ("Envoys will return tomorrow.", SAT, &[("tomorrow", "2026-01-25")]),
    ("A curfew starts tonight.", WED, &[("tonight", "2025-06-18")]),
    ("Shells fell this morning.", WED, &[("this morning", "2025-06-18")]),
    ("Shells fell yesterday evening.", WED, &[("yesterday evening", "2025-06-17")]),
    ("The convoy leaves tomorrow morning.", WED, &[("tomorrow morning", "2025-06-19")]),
    ("The mill was hit last night.", SAT, &[("last night", "2026-01-23")]),
    ("The mill was hit the day before yesterday.", SAT, &[("the day before yesterday", "2026-01-22")]),
    ("They will vote the day after tomorrow.", SAT, &[("the day after tomorrow", "2026-01-26")]),
    // Weekdays by tense.
    ("A bridge collapsed on Thursday.", SAT, &[("Thursday", "2026-01-22")]),
    ("The talks will resume on Thursday.", SAT, &[("Thursday", "2026-01-29")]),
    ("The two sides are to meet on Sunday.", SAT, &[("Sunday", "2026-01-25")]),
    ("The court is set to rule on Monday.", SAT, &[("Monday", "2026-01-26")]),
    ("A vote is due on Tuesday.", SAT, &[("Tuesday", "2026-01-27")]),
    ("A second round is planned for Tuesday.", SAT, &[("Tuesday", "2026-01-27")]),
    ("The envoys agreed to meet again on Tuesday.", SAT, &[("Tuesday", "2026-01-27")]),
    ("The hearing was postponed until Friday.", WED, &[("Friday", "2025-06-20")]),
    ("Hostages will be released on Sunday, officials said.", SAT, &[("Sunday", "2026-01-25")]),
    ("The army said on Friday that reserves will move soon.", SAT, &[("Friday", "2026-01-23")]),
    ("On Friday, the governor said schools will close.", SAT, &[("Friday", "2026-01-23")]),
    ("Two more have died since the raid on Saturday.", SAT, &[("Saturday", "2026-01-24")]),
    ("Friday's raid killed two.", SAT, &[("Friday", "2026-01-23")]),
    ("Friday’s meeting will be held in Port Elm.", WED, &[("Friday", "2025-06-20")]),
    ("Three killed in Monday blast", WED, &[("Monday", "2025-06-16")]),
    ("Families arrived for Friday prayers when the roof fell.", SAT, &[("Friday", "2026-01-23")]),
    ("Three may have been killed on Tuesday.", WED, &[("Tuesday", "2025-06-17")]),
    ("Rain is expected to ease on Sunday.", SAT, &[("Sunday", "2026-01-25")]),
    // Parts of days and nights.
    ("It struck on Monday morning.", WED, &[("Monday morning", "2025-06-16")]),
    ("It struck early on Sunday.", WED, &[("early on Sunday", "2025-06-15")]),
    ("It struck late Saturday.", WED, &[("late Saturday", "2025-06-14")]),
    ("It struck early Sunday morning.", WED, &[("early Sunday morning", "2025-06-15")]),
    ("It struck in the early hours of Tuesday.", WED, &[("the early hours of Tuesday", "2025-06-17")]),
    ("Drones came overnight.", SAT, &[("overnight", "2026-01-23")]),
    ("Drones came overnight into Tuesday.", WED, &[("overnight into Tuesday", "2025-06-16")]),
    ("Drones came overnight on Monday.", WED, &[("overnight on Monday", "2025-06-16")]),
    ("Drones came overnight from Monday to Tuesday.", WED, &[("overnight from Monday to Tuesday", "2025-06-16")]),
    ("Drones came on Friday night.", SAT, &[("Friday night", "2026-01-23")]),
    ("Fires burned from Friday night into Saturday.", SAT, &[("Friday night into Saturday", "2026-01-23")]),
    ("The dam broke on the night of 14 March.", "2025-03-20", &[("the night of 14 March", "2025-03-14")]),
    ("The dam broke on the morning of 14 March 2021.", WED, &[("the morning of 14 March 2021", "2021-03-14")]),
    ("It was hit at 5:30 am on Sunday.", WED, &[("5:30 am on Sunday", "2025-06-15")]),
    ("It was hit on Sunday at 13:42 local time.", WED, &[("Sunday at 13:42 local time", "2025-06-15")]),
    ("It was hit at midnight on Friday.", SAT, &[("midnight on Friday", "2026-01-23")]),
    ("Earlier in the day, shops had closed.", SAT, &[("Earlier in the day", "2026-01-24")]),
    ("It was hit earlier on Saturday.", SAT, &[("earlier on Saturday", "2026-01-24")]),
    // Times of day.
    ("Sirens sounded at 13:42.", SAT, &[("13:42", "clock")]),
    ("Sirens sounded at 0500 GMT.", SAT, &[("0500 GMT", "clock")]),
    ("Sirens sounded at 5.30pm.", SAT, &[("5.30pm", "clock")]),
    ("Sirens sounded at 5 a.m. (0200 GMT).", SAT, &[("5 a.m. (0200 GMT)", "clock")]),
    ("Sirens sounded at dawn.", SAT, &[("dawn", "clock")]),
    ("They work at night.", SAT, &[("night", "clock")]),
    ("Sirens sounded shortly before midnight.", SAT, &[("midnight", "clock")]),
    ("A late-night raid followed.", SAT, &[("late-night", "clock")]),
    // Last, next, this.
    ("Grain prices rose last week.", SAT, &[("last week", "2026-01-12/2026-01-18")]),
    ("Inspectors arrive next week.", SAT, &[("next week", "2026-01-26/2026-02-01")]),
    ("Three villages fell this week.", WED, &[("this week", "2025-06-16/2025-06-22")]),
    ("The port closed last month.", SAT, &[("last month", "2025-12")]),
    ("The port will open next month.", SAT, &[("next month", "2026-02")]),
    ("It happened last year.", SAT, &[("last year", "2025")]),
    ("Attacks doubled this year.", SAT, &[("this year", "2026")]),
    ("A truce was signed last March.", SAT, &[("last March", "2025-03")]),
    ("The raid last Friday killed six.", WED, &[("last Friday", "2025-06-13")]),
    ("A summit next Tuesday will decide.", SAT, &[("next Tuesday", "2026-01-27")]),
    ("Fires raged last summer.", SAT, &[("last summer", "2025-06/2025-08")]),
    ("Power has failed often this winter.", SAT, &[("this winter", "2025-12/2026-02")]),
    ("A train derailed at the weekend.", WED, &[("the weekend", "2025-06-14/2025-06-15")]),
    ("A train derailed last weekend.", WED, &[("last weekend", "2025-06-14/2025-06-15")]),
    ("It was hit earlier this week.", WED, &[("earlier this week", "2025-06-16/2025-06-22")]),
    ("It was hit late last year.", SAT, &[("late last year", "2025")]),
    ("The raid came on Tuesday last week.", SAT, &[("Tuesday last week", "2026-01-13")]),
    ("The week before last, a mine flooded.", SAT, &[("The week before last", "2026-01-05/2026-01-11")]),
    // Dates by the calendar.
    ("The dam broke in March.", SAT, &[("March", "2025-03")]),
    ("The dam broke in January.", SAT, &[("January", "2026-01")]),
    ("The bridge will open in March.", SAT, &[("March", "2026-03")]),
    ("The dam broke in March 2023.", SAT, &[("March 2023", "2023-03")]),
    ("The dam broke on March 14.", SAT, &[("March 14", "2025-03-14")]),
    ("The dam broke on 14 March 2025.", SAT, &[("14 March 2025", "2025-03-14")]),
    ("The dam broke on the 14th of March.", SAT, &[("the 14th of March", "2025-03-14")]),
    ("The dam broke on March 14, 2025, at noon.", SAT, &[("March 14, 2025, at noon", "2025-03-14")]),
    ("The dam broke on Sept. 3.", SAT, &[("Sept. 3", "2025-09-03")]),
    ("The dam broke on Tuesday, 3 June.", WED, &[("Tuesday, 3 June", "2025-06-03")]),
    ("The dam broke on Tuesday, June 3, 2025.", SAT, &[("Tuesday, June 3, 2025", "2025-06-03")]),
    ("Polls will open on 3 February.", SAT, &[("3 February", "2026-02-03")]),
    ("The dam broke on the 14th, engineers said.", SAT, &[("the 14th", "2026-01-14")]),
    ("The dam broke in mid-March.", SAT, &[("mid-March", "2025-03")]),
    ("The dam broke in early 2024.", SAT, &[("early 2024", "2024")]),
    ("The dam broke in late February.", MON, &[("late February", "2024-02")]),
    ("The dam broke at the end of March 2022.", SAT, &[("the end of March 2022", "2022-03")]),
    ("The dam broke in March last year.", SAT, &[("March last year", "2025-03")]),
    ("In 2014 the dam broke.", SAT, &[("2014", "2014")]),
    ("The 2014 flood killed nine.", SAT, &[("2014", "2014")]),
    ("Norvia's 2014 revolt failed.", SAT, &[("2014", "2014")]),
    ("The siege (2014-2018) ended badly.", SAT, &[("2014-2018", "2014/2018")]),
    ("Rebels ruled there in the 1990s.", SAT, &[("the 1990s", "1990/1999")]),
    ("Fighting grew in spring 2023.", SAT, &[("spring 2023", "2023-03/2023-05")]),
    ("Fighting grew in the summer of 2014.", SAT, &[("the summer of 2014", "2014-06/2014-08")]),
    ("Fighting grew in the autumn.", SAT, &[("the autumn", "2025-09/2025-11")]),
    ("The boilers failed in the height of winter.", SAT, &[("the height of winter", "2025-12/2026-02")]),
    ("The dam broke on 24/02/2022.", SAT, &[("24/02/2022", "2022-02-24")]),
    ("The dam broke on 02/24/2022.", SAT, &[("02/24/2022", "2022-02-24")]),
    ("The dam broke on 03/04/2022.", SAT, &[("03/04/2022", "?")]),
    ("The dam broke on 2022-02-24.", SAT, &[("2022-02-24", "2022-02-24")]),
    ("The dam broke in May.", SAT, &[("May", "2025-05")]),
    ("The May offensive failed.", SAT, &[("May", "2025-05")]),
    ("Deaths fell in the first half of 2024.", SAT, &[("the first half of 2024", "2024-01/2024-06")]),
    ("Deaths fell in the first quarter of last year.", SAT, &[("the first quarter of last year", "2025-01/2025-03")]),
    ("It will end by the end of the year.", WED, &[("the end of the year", "2025")]),
    ("The church dates from the 19th century.", SAT, &[("the 19th century", "?")]),
    // Feasts.
    ("A market was bombed at Christmas.", SAT, &[("Christmas", "2025-12-25")]),
    ("A market was bombed on Christmas Eve.", SAT, &[("Christmas Eve", "2025-12-24")]),
    ("A church was bombed on Easter Sunday.", WED, &[("Easter Sunday", "2025-04-20")]),
    ("A church was bombed on Good Friday 2024.", WED, &[("Good Friday 2024", "2024-03-29")]),
    ("Shelling eased during Ramadan.", SAT, &[("Ramadan", "?")]),
    ("A club was attacked on New Year's Eve.", SAT, &[("New Year's Eve", "2025-12-31")]),
    ("Ice fell on Boxing Day.", SAT, &[("Boxing Day", "2025-12-26")]),
    // Open starts.
    ("Nine have died since the New Year.", SAT, &[("since the New Year", "since 2026-01-01")]),
    ("War has raged since February 2022.", SAT, &[("since February 2022", "since 2022-02")]),
    ("Roads have been shut since Thursday.", SAT, &[("since Thursday", "since 2026-01-22")]),
    ("Roads have been shut since last week.", SAT, &[("since last week", "since 2026-01-12/2026-01-18")]),
    ("Rents rose from 2019 onwards.", SAT, &[("from 2019 onwards", "since 2019")]),
    // Counted from now and from then.
    ("It was hit two weeks ago.", SAT, &[("two weeks ago", "2026-01-10")]),
    ("It was hit three days ago.", SAT, &[("three days ago", "2026-01-21")]),
    ("It was hit a month ago.", SAT, &[("a month ago", "2025-12")]),
    ("It was hit 10 years ago.", SAT, &[("10 years ago", "2016")]),
    ("It was hit several days ago.", SAT, &[("several days ago", "?")]),
    (
        "A clinic burned on 3 June. Three days later the school fell.",
        WED,
        &[("3 June", "2025-06-03"), ("Three days later", "2025-06-06")],
    ),
    (
        "A clinic burned on 3 June. The previous day a school fell.",
        WED,
        &[("3 June", "2025-06-03"), ("The previous day", "2025-06-02")],
    ),
    (
        "A clinic burned on 3 June and a school the day before.",
        WED,
        &[("3 June", "2025-06-03"), ("the day before", "2025-06-02")],
    ),
    (
        "A clinic burned on 3 June. The following week it reopened.",
        WED,
        &[("3 June", "2025-06-03"), ("The following week", "2025-06-09/2025-06-15")],
    ),
    ("He was arrested in 2019 and died two years later.", WED, &[("2019", "2019"), ("two years later", "2021")]),
    ("He fled the day after the raid.", SAT, &[("the day after", "?")]),
    ("Days later, he fled.", SAT, &[("Days later", "?")]),
    ("A year on, the town is empty.", SAT, &[("A year on", "?")]),
    ("Six were hurt over the past week.", SAT, &[("the past week", "2026-01-17/2026-01-24")]),
    ("Six were hurt in the past 24 hours.", SAT, &[("the past 24 hours", "2026-01-23/2026-01-24")]),
    ("Six were hurt in the last three days.", SAT, &[("the last three days", "2026-01-21/2026-01-24")]),
    ("Six were hurt in recent days.", SAT, &[("recent days", "?")]),
    // Stretches.
    ("Floods came between 3 and 5 May.", WED, &[("between 3 and 5 May", "2025-05-03/2025-05-05")]),
    ("Floods came from 12 to 14 June.", WED, &[("from 12 to 14 June", "2025-06-12/2025-06-14")]),
    ("Floods came on 12–14 June 2023.", WED, &[("12–14 June 2023", "2023-06-12/2023-06-14")]),
    ("Floods came on June 12-14.", WED, &[("June 12-14", "2025-06-12/2025-06-14")]),
    ("Floods came from 30 December to 2 January.", SAT, &[("from 30 December to 2 January", "2025-12-30/2026-01-02")]),
    ("Floods came from June to August 2023.", SAT, &[("from June to August 2023", "2023-06/2023-08")]),
    ("He ruled between 2003 and 2011.", SAT, &[("between 2003 and 2011", "2003/2011")]),
    ("Ports closed from Monday to Wednesday.", SAT, &[("from Monday to Wednesday", "2026-01-19/2026-01-21")]),
    ("The talks were moved from Monday to Friday.", WED, &[("Monday", "2025-06-16"), ("Friday", "2025-06-20")]),
    // Lengths and repeats.
    ("The four-year war goes on.", SAT, &[("four-year", "length")]),
    ("It burned for two hours.", SAT, &[("two hours", "length")]),
    ("She got 20 years in prison.", SAT, &[("20 years", "length")]),
    ("After weeks of shelling they left.", SAT, &[("weeks", "length")]),
    ("A weeks-long siege ended.", SAT, &[("weeks-long", "length")]),
    ("A 24-hour truce held.", SAT, &[("24-hour", "length")]),
    ("Crowds gather every Friday.", SAT, &[("every Friday", "repeat")]),
    ("Shells fall daily.", SAT, &[("daily", "repeat")]),
    ("Markets open on Sundays.", SAT, &[("Sundays", "repeat")]),
    ("Power fails three times a day.", SAT, &[("a day", "repeat")]),
    // Second hand: written after the first hundred and fifty were right.
    ("At about 7.40 on Monday a bus was hit.", WED, &[("7.40 on Monday", "2025-06-16")]),
    ("By three o'clock the square was empty.", WED, &[("three o'clock", "clock")]),
    ("The ferry sank on the last day of February.", MON, &[("the last day of February", "2024-02-29")]),
    ("Clinics open every Tuesday and Friday.", MON, &[("every Tuesday and Friday", "repeat")]),
    (
        "In August 2023 a mill burned. A year before that, nine died.",
        SAT,
        &[("August 2023", "2023-08"), ("A year before that", "2022-08")],
    ),
    ("The first half of the year was calm.", WED, &[("The first half of the year", "2025-01/2025-06")]),
    ("The 2022-23 winter was mild.", WED, &[("2022-23 winter", "2022-12/2023-02")]),
    ("The talks were first set for Monday.", WED, &[("Monday", "2025-06-16")]),
    ("The vote was put off to 3 July.", WED, &[("3 July", "2025-07-03")]),
    ("Frost is forecast until Friday.", WED, &[("Friday", "2025-06-20")]),
    ("They may starve if the road is not cleared before March.", SAT, &[("March", "2026-03")]),
    ("The October 7 attacks set it off.", SAT, &[("October 7", "2023-10-07")]),
    (
        "Guards fell back late on Monday into the early hours of Tuesday.",
        WED,
        &[("late on Monday", "2025-06-16"), ("the early hours of Tuesday", "2025-06-17")],
    ),
    ("The quake struck at 04:17 on 6 February 2023.", SAT, &[("04:17 on 6 February 2023", "2023-02-06")]),
    (
        "It rained on Saturday, Sunday and Monday.",
        WED,
        &[("Saturday", "2025-06-14"), ("Sunday", "2025-06-15"), ("Monday", "2025-06-16")],
    ),
    ("The blast happened on Tuesday evening local time.", WED, &[("Tuesday evening", "2025-06-17")]),
    ("He will be buried on Thursday.", WED, &[("Thursday", "2025-06-19")]),
    ("The funeral is on Thursday.", WED, &[("Thursday", "2025-06-19")]),
    ("Voting begins on Sunday.", WED, &[("Sunday", "2025-06-22")]),
    ("Ministers are meeting in Port Elm on Friday.", WED, &[("Friday", "2025-06-20")]),
    (
        "The president is travelling to Norvia on Monday, a day after the raid.",
        WED,
        &[("Monday", "2025-06-23"), ("a day after", "?")],
    ),
    ("He said he would resign on Monday.", WED, &[("Monday", "2025-06-23")]),
    ("The minister, who took office on Monday, will speak.", WED, &[("Monday", "2025-06-16")]),
    ("The strike came ahead of Friday's summit.", WED, &[("Friday", "2025-06-20")]),
    ("At least 20 people died in floods in June and July 2022.", SAT, &[("June and July 2022", "2022-06/2022-07")]),
    ("On 14 and 15 March the town was shelled.", WED, &[("14 and 15 March", "2025-03-14/2025-03-15")]),
    ("More than 40 died this month alone.", WED, &[("this month", "2025-06")]),
    ("So far this year 30 have died.", WED, &[("this year", "2025")]),
    ("It was the worst raid since 2014.", WED, &[("since 2014", "since 2014")]),
    ("It was the worst raid in a decade.", WED, &[("a decade", "length")]),
    (
        "The ceasefire took effect on January 19, 2025, and lasted 58 days.",
        WED,
        &[("January 19, 2025", "2025-01-19"), ("58 days", "length")],
    ),
    ("The attack lasted more than five hours.", WED, &[("five hours", "length")]),
    ("Nine months after the flood, tents remain.", WED, &[("Nine months after", "?")]),
    (
        "The trial, which opened two months ago, will end next month.",
        WED,
        &[("two months ago", "2025-04"), ("next month", "2025-07")],
    ),
    ("He ruled from 1986 until 2011.", WED, &[("from 1986 until 2011", "1986/2011")]),
    ("The mine closed in the late 1980s.", WED, &[("the late 1980s", "1980/1989")]),
    ("The fire, the third this week, killed four.", WED, &[("this week", "2025-06-16/2025-06-22")]),
    ("The next day, the school was hit.", WED, &[("The next day", "?")]),
    ("A bomb fell on 1 June. That night, another fell.", WED, &[("1 June", "2025-06-01"), ("That night", "2025-06-01")]),
    ("A bomb fell on 1 June. The same day, another fell.", WED, &[("1 June", "2025-06-01"), ("The same day", "2025-06-01")]),
    ("In 2019 he fled. Later that year he died.", WED, &[("2019", "2019"), ("Later that year", "2019")]),
    ("Exit polls are due at 10pm on Sunday.", WED, &[("10pm on Sunday", "2025-06-22")]),
    ("The raid began at around 3am (0000 GMT) on Tuesday.", WED, &[("3am (0000 GMT) on Tuesday", "2025-06-17")]),
    ("The raid began on Tuesday at dawn.", WED, &[("Tuesday at dawn", "2025-06-17")]),
    ("The raid began at dawn on Tuesday.", WED, &[("dawn on Tuesday", "2025-06-17")]),
    ("The tanker sank on Thursday, 12 June 2025.", WED, &[("Thursday, 12 June 2025", "2025-06-12")]),
    ("The tanker sank on Thursday (June 12).", WED, &[("Thursday (June 12", "2025-06-12")]),
    ("Figures to 30 April show a rise.", WED, &[("30 April", "2025-04-30")]),
    ("As of June 12, 40 were missing.", WED, &[("June 12", "2025-06-12")]),
    ("It was fired on between 3am and 5am.", WED, &[("3am", "clock"), ("5am", "clock")]),
    ("Aid is running out, the UN said on Monday.", WED, &[("Monday", "2025-06-16")]),
    ("The army says it will withdraw by Friday.", WED, &[("Friday", "2025-06-20")]),
    ("They fought for three days and three nights.", WED, &[("three days", "length"), ("three nights", "length")]),
    ("Half an hour later it fell.", WED, &[("Half an hour later", "?")]),
    ("He faces up to 15 years in jail.", WED, &[("15 years", "length")]),
    ("The truce expires on 1 July.", WED, &[("1 July", "2025-07-01")]),
    ("The election of 5 May was annulled.", WED, &[("5 May", "2025-05-05")]),
    ("Schools will reopen in September.", WED, &[("September", "2025-09")]),
    ("By the end of next year, 40 will be built.", WED, &[("the end of next year", "2026")]),
    ("The pact was signed in the spring of last year.", WED, &[("the spring of last year", "2024-03/2024-05")]),
    ("Over the weekend, four died.", WED, &[("the weekend", "2025-06-14/2025-06-15")]),
    ("Two decades ago it was a village.", WED, &[("Two decades ago", "2005")]),
    ("On the eve of the new year, a shop burned.", SAT, &[("the new year", "2026-01-01")]),
    ("People know not to shop on a Friday.", SAT, &[("Friday", "?")]),
    ("A Friday raid killed two.", SAT, &[("Friday", "2026-01-23")]),
    ("The truce ran between the end of May and 5 June.", WED, &[("between the end of May and 5 June", "2025-05/2025-06-05")]),
    // Third hand.
    ("The pact expires next year, in February.", WED, &[("next year", "2026"), ("February", "2026-02")]),
    ("A mosque was bombed on Friday, June 13.", WED, &[("Friday, June 13", "2025-06-13")]),
    ("Rockets fell all day Sunday.", WED, &[("Sunday", "2025-06-15")]),
    ("Rockets fell throughout Sunday.", WED, &[("Sunday", "2025-06-15")]),
    ("Rockets fell on the evening of June 3.", WED, &[("the evening of June 3", "2025-06-03")]),
    ("Rockets fell shortly after 10pm on Saturday.", WED, &[("10pm on Saturday", "2025-06-14")]),
    ("Rockets fell at 11:15 p.m. Saturday.", WED, &[("11:15 p.m. Saturday", "2025-06-14")]),
    ("Monday's and Tuesday's raids killed four.", WED, &[("Monday", "2025-06-16"), ("Tuesday", "2025-06-17")]),
    ("Wednesday's attack was the worst this month.", WED, &[("Wednesday", "2025-06-18"), ("this month", "2025-06")]),
    ("He was last seen on May 30.", WED, &[("May 30", "2025-05-30")]),
    ("He was last seen on 30 May, police said, near May Street.", WED, &[("30 May", "2025-05-30")]),
    ("Since 2022, prices have doubled.", WED, &[("Since 2022", "since 2022")]),
    ("Since the start of the year, 90 have died.", WED, &[("Since the start of the year", "since 2025")]),
    ("At the start of 2023 it was quiet.", WED, &[("the start of 2023", "2023")]),
    ("In the second week of April, snow fell.", WED, &[("the second week of April", "2025-04")]),
    ("During the night, two drones fell.", WED, &[("the night", "2025-06-17")]),
    ("Snow will fall overnight.", WED, &[("overnight", "2025-06-18")]),
    ("He died 12 days later in hospital.", WED, &[("12 days later", "?")]),
    ("On 2 June he was shot. He died 12 days later.", WED, &[("2 June", "2025-06-02"), ("12 days later", "2025-06-14")]),
    ("It has rained for the past ten days.", WED, &[("the past ten days", "2025-06-08/2025-06-18")]),
    ("The road will be shut for the next two weeks.", WED, &[("the next two weeks", "2025-06-18/2025-07-02")]),
    ("In the coming days, more will come.", WED, &[("the coming days", "?")]),
    ("The blaze, on 1 and 2 June, killed six.", WED, &[("1 and 2 June", "2025-06-01/2025-06-02")]),
    ("It fell on 3.06.2024.", WED, &[("3.06.2024", "2024-06-03")]),
    ("It fell on 2024/06/03.", WED, &[("2024/06/03", "2024-06-03")]),
    ("From 1998 to 2000, war raged.", WED, &[("From 1998 to 2000", "1998/2000")]),
    ("The 2011-12 famine killed many.", WED, &[("2011-12", "2011/2012")]),
    ("He was jailed for life in 1998 and freed 20 years later.", WED, &[("1998", "1998"), ("20 years later", "2018")]),
    ("A three-week-old baby was found after two weeks.", WED, &[("two weeks", "length")]),
    ("The dam, built in the 1970s, broke in May 2023.", WED, &[("the 1970s", "1970/1979"), ("May 2023", "2023-05")]),
    ("Last winter was mild.", WED, &[("Last winter", "2024-12/2025-02")]),
    ("Next summer will be dry.", SAT, &[("Next summer", "2026-06/2026-08")]),
    ("It was the fifth raid in as many days.", WED, &[]),
    ("The attack came days before the vote on 29 June.", WED, &[("days before", "?"), ("29 June", "2025-06-29")]),
    ("At noon on Sunday sirens wailed.", WED, &[("noon on Sunday", "2025-06-15")]),
    ("They have until Monday to leave.", WED, &[("Monday", "2025-06-23")]),
    ("They met for the first time since last month.", WED, &[("since last month", "since 2025-05")]),
    ("Twice a week a lorry comes.", WED, &[("a week", "repeat")]),
    ("The toll rose on Tuesday to 12.", WED, &[("Tuesday", "2025-06-17")]),
    ("The mill is to reopen in the spring.", SAT, &[("the spring", "2026-03/2026-05")]),
    // No day of publication.
    ("It struck on Friday.", "", &[("Friday", "?")]),
    (
        "It struck on 14 March 2021. It struck again on 16 March.",
        "",
        &[("14 March 2021", "2021-03-14"), ("16 March", "2021-03-16")],
    ),
];

/// Sentences without a time expression.
const MISS: &[&str] = &[
    "They may march on the capital.",
    "May I come in?",
    "Protesters march through Port Elm.",
    "The Women's March drew thousands.",
    "Ana May said so.",
    "June Orlo said so.",
    "The Sunday Times reported it.",
    "The Daily Herald reported it.",
    "Shoppers fought on Black Friday sales.",
    "Trains run 24/7 here.",
    "The price rose to 5.30 a litre.",
    "A 34-year-old man died.",
    "A boy aged 12 died.",
    "She is 34 years old.",
    "He was 12 years of age.",
    "A six-month-old girl died.",
    "The second man fled.",
    "He fired a second shot.",
    "About 2000 people fled.",
    "More than 2014 houses burned.",
    "It cost $2025 to mend.",
    "The 14th Brigade withdrew.",
    "The 14th floor burned.",
    "They won 3-1 at home.",
    "Route 66 is shut.",
    "Some 300 drones were shot down.",
    "The 9/11 attacks changed that.",
    "In his 20s, he moved.",
    "He is in the autumn of nothing at all, she said of the falling leaves.",
    "The springs of the lorry broke.",
    "The fall of the town was near.",
    "I am here.",
    "The late president was a welder.",
    "They came one after the other.",
    "Flight 1845 crashed.",
    "He wore number 10.",
    "The 20-point plan failed.",
    "Version 1.2.3 is out.",
    "An august body met.",
    "Troops sat and the sun set.",
    "The dawn of a new age is near.",
    "Jan Orlo and Mar Tesh died.",
    "Second Lieutenant Orlo died.",
    "The Friday Group runs the mill.",
    "She sang of a spring in the hills.",
    "They fired 1,999 shells.",
    "Ward 9 was evacuated, 12 March Street was not.",
    "Orlo, 42, was a night watchman.",
    "Police sat in on the meeting.",
    "He has had enough of this.",
    "The score was 2:1.",
    "They moved to the east to form a new year group.",
    "The last people left the hall.",
    "The next house was empty.",
    "It is the end of the road.",
    "Call 0800 123 456 for help.",
    "Pope Julius died; Augustus ruled.",
    "He read from Mark 3:16 to them.",
    "A Boeing 2025 series jet landed.",
    "The Monday Club met.",
    "The Night Watch hangs there.",
    "A Christmas market was the target.",
    "Minute particles and hourglass figures.",
];

fn meaning(mention: &super::TimeMention) -> String {
    let value = || mention.date.value.clone().unwrap_or("?".to_string());
    match mention.kind {
        TimeKind::Point => value(),
        TimeKind::Since => format!("since {}", value()),
        TimeKind::Duration => "length".to_string(),
        TimeKind::Repeat => "repeat".to_string(),
        TimeKind::Clock => "clock".to_string(),
    }
}

fn read(source: &str, published: &str) -> Vec<(String, String)> {
    let text = Text::new(None, source);
    find(&text, published.parse::<Day>().ok()).iter().map(|m| (m.date.text.clone(), meaning(m))).collect()
}

#[test]
fn every_expression_of_the_corpus_means_what_it_says() {
    let mut wrong = Vec::new();
    for (source, published, expect) in CORPUS {
        let got = read(source, published);
        if got.iter().map(|(t, v)| (t.as_str(), v.as_str())).ne(expect.iter().copied()) {
            wrong.push(format!("{source}  want {expect:?}  got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} rows wrong:\n{}", wrong.len(), CORPUS.len(), wrong.join("\n"));
}

#[test]
fn words_that_only_look_like_time_are_none() {
    let mut wrong = Vec::new();
    for source in MISS {
        let got = read(source, SAT);
        if !got.is_empty() {
            wrong.push(format!("{source}  got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} rows wrong:\n{}", wrong.len(), MISS.len(), wrong.join("\n"));
}

#[test]
fn the_text_can_tell_its_day_of_publication() {
    const HEADS: &[(&str, &str)] = &[
        ("Published 14 March 2025\n\nA dam broke.", "2025-03-14"),
        (
            "Dam breaks\nBy Ana Orlo\nUpdated: 3 June 2025, 10:30 GMT\nPublished: 2 June 2025\n\nIt broke on 1 June 2025.",
            "2025-06-02",
        ),
        ("Last updated on Saturday, 24 January 2026\n\nA dam broke.", "2026-01-24"),
        ("Dam breaks\n2025-03-14\n\nA dam broke.", "2025-03-14"),
        ("Dam breaks\n\n2025-03-14T08:00:00Z\n\nA dam broke.", "2025-03-14"),
        ("Dam breaks\n\nSat 24 Jan 2026 10.30 GMT\n\nA dam broke.", "2026-01-24"),
        ("PORT ELM, Norvia, Jan. 24, 2026 (NPA) — A dam broke on Friday.", "2026-01-24"),
        ("PORT ELM, 24 January 2026 - A dam broke on Friday.", "2026-01-24"),
        ("Dam breaks\nBy Ana Orlo, Norvia Post | 24 January 2026 | 4 min read\n\nA dam broke.", "2026-01-24"),
        ("A dam broke.\n\nMore died.\n\nPosted on March 14, 2025", "2025-03-14"),
    ];
    for (source, want) in HEADS {
        let found = published_in(&Text::new(None, source)).map(|f| f.0.to_string());
        assert_eq!(found.as_deref(), Some(*want), "{source}");
    }
    const NONE: &[&str] = &[
        "PORT ELM, Jan 24 (NPA) — A dam broke on Friday.",
        "The dam broke on 3 May 2008 and killed nine.",
        "The report published on 3 May 2008 says so.",
        "UPDATED\n\nA dam broke.",
        "Port Elm Flood of 3 May 2008\n\nIt broke at noon.",
        "How it went\n3 May 2008\nA dam broke.\n4 May 2008\nNine were found.",
        "",
    ];
    for source in NONE {
        assert_eq!(published_in(&Text::new(None, source)), None, "{source}");
    }
}

#[test]
fn a_title_given_apart_is_read_too() {
    let text = Text::new(Some("Dam breaks on Friday"), "Nine died.");
    assert_eq!(find(&text, SAT.parse().ok())[0].date.value.as_deref(), Some("2026-01-23"));
}

#[test]
fn a_night_covers_two_days_and_a_slice_less_than_its_value() {
    let days = |source: &str| {
        let found = find(&Text::new(None, source), SAT.parse().ok());
        found[0].days().map(|(a, b)| (a.to_string(), b.to_string()))
    };
    assert_eq!(days("It fell last night."), Some(("2026-01-23".into(), "2026-01-24".into())));
    assert_eq!(days("It fell in early 2024."), Some(("2024-01-01".into(), "2024-05-01".into())));
    assert_eq!(days("War has raged since 2022."), Some(("2022-01-01".into(), "2026-01-24".into())));
    assert_eq!(days("It fell on Friday at 13:42."), Some(("2026-01-23".into(), "2026-01-23".into())));
    assert_eq!(days("It fell several days ago."), None);
}

#[test]
fn implied_parts_are_those_that_the_words_do_not_say() {
    let implied = |source: &str| find(&Text::new(None, source), SAT.parse().ok())[0].date.implied.join(" ");
    assert_eq!(implied("It fell on Friday."), "year month day");
    assert_eq!(implied("It fell on 14 March."), "year");
    assert_eq!(implied("It fell on 14 March 2025."), "");
    assert_eq!(implied("It fell on the 14th."), "year month");
}

proptest::proptest! {
    /// Mentions lie in the text, in order and apart, whatever stands there.
    #[test]
    fn any_words_are_read_in_order(words in proptest::collection::vec(proptest::sample::select(PIECES), 0..30), day in "(2026-01-24|9999-12-31|-009999-01-01|2024-02-29)") {
        let text = Text::new(None, &words.join(" "));
        let mut end = 0;
        for mention in find(&text, day.parse().ok()) {
            proptest::prop_assert!(end <= mention.tokens.start && mention.tokens.start < mention.tokens.end);
            proptest::prop_assert_eq!(&mention.date.text, text.words(&mention.tokens));
            end = mention.tokens.end;
        }
        proptest::prop_assert!(end <= text.tokens.len());
        published_in(&text);
    }
}

const PIECES: &[&str] = &[
    "the",
    "The",
    "of",
    "early",
    "night",
    "March",
    "29",
    "February",
    "Feb.",
    "2024",
    "last",
    "next",
    "this",
    "past",
    "year",
    "week",
    "weeks",
    "999999999",
    "ago",
    "later",
    "on",
    "Friday",
    "from",
    "to",
    "between",
    "and",
    "overnight",
    "into",
    "since",
    "5:30",
    "am",
    "(",
    ")",
    ",",
    ".",
    "end",
    "first",
    "half",
    "14th",
    "30/02/2024",
    "1990s",
    "day",
    "before",
    "after",
    "will",
    "every",
    "a",
    "two",
    "hours",
    "24/02/2022",
    "–",
    "Easter",
    "New",
    "Year's",
    "Eve",
    "winter",
    "century",
    "4294967296",
    "decades",
    "at",
    "midnight",
    "yesterday",
    "century",
    "é",
    "0000",
];
