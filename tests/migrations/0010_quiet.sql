UPDATE invoice SET quiet_until = '2027-07-20';
